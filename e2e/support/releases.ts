import { createHash, randomBytes } from 'node:crypto';
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { contractSchema, type Manifest } from '@plaza/contracts/manifest';
import { market } from './market.ts';

const REQUEST = {
  headers: { authorization: `Bearer ${market.internalToken}`, 'content-type': 'application/json' },
};

async function ask(path: string, body?: object): Promise<unknown> {
  const init = body === undefined ? REQUEST : { ...REQUEST, method: 'POST', body: JSON.stringify(body) };
  const response = await fetch(`${market.bffUrl}/api/releases${path}`, init);
  const text = await response.text();
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${text}`);
  return JSON.parse(text);
}

/**
 * Publishes a release as the stable one of a frontend is, with something put before the scripts of one of its exposes in
 * the browser, and registers it. Nobody gets it yet.
 * @param script runs when the expose is loaded
 */
export async function publishVariant(
  frontend: string,
  { expose, script, note }: { expose: string; script: string; note: string },
): Promise<Manifest> {
  const { live } = contractSchema.parse(await ask('/contract'));
  const stable = live.find((one) => one.frontend === frontend && one.arm === 'stable')?.manifest;
  const [file] = stable?.release.exposes[expose]?.scripts ?? [];
  if (!stable || file === undefined) throw new Error(`${frontend}/${expose} has no script that is live.`);
  const version = randomBytes(8).toString('hex');
  const folder = join(market.remotesDir, frontend, version);
  await cp(join(market.remotesDir, frontend, stable.release.version), folder, { recursive: true });
  const content = `${script};\n${await readFile(join(folder, file), 'utf8')}`;
  await writeFile(join(folder, file), content);
  for (const ending of ['.br', '.gz']) await rm(join(folder, file + ending), { force: true });
  const integrity = `sha384-${createHash('sha384').update(content).digest('base64')}`;
  const manifest: Manifest = {
    ...stable,
    note,
    release: {
      ...stable.release,
      version,
      baseUrl: `/remotes/${frontend}/${version}/`,
      integrity: { ...stable.release.integrity, [file]: integrity },
    },
  };
  await ask('', { manifest });
  return manifest;
}

/** Gives a registered release to so many of a hundred visitors. */
export async function startCanary({ declaration, release }: Manifest, percent: number): Promise<void> {
  const audience = { kind: 'share', percent };
  const about = { frontend: declaration.name, version: release.version, reason: 'A journey' };
  await ask('/canary', { ...about, audience });
}
