import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { CanaryAudience } from '@plaza/contracts';
import { openMarket } from '../../../packages/federation/src/release/market.ts';
import { readSources } from '../../../packages/federation/src/release/read-sources.ts';
import { releaseFrontend } from '../../../packages/federation/src/release/release-frontend.ts';
import { openReleaseStore } from '../../../packages/federation/src/release/release-store.ts';
import { createClient } from '../http.ts';
import { type Market, publishedSlugs } from '../market.ts';
import type { Figure } from '../report.ts';
import { signIn } from '../sign-in.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const FRONTEND = 'catalog';
const DIST = join(ROOT, `apps/${FRONTEND}-mfe/dist`);
const SOURCES = [`apps/${FRONTEND}-mfe`, 'packages'];
const ROUNDS = 5;
const MAX_RELEASE_SECONDS = 5;
const SHOWN_TIMEOUT_MS = 30_000;
const PAUSE_MS = 20;
const REASON = 'A measurement';
/** For a canary that no visitor meets before it is promoted. */
const STAFF: CanaryAudience = { kind: 'internal' };

/**
 * How soon a visitor gets a release: from the moment at which its build is there, by the release command's own steps; and
 * from the press of the button that promotes it or rolls it back.
 */
export async function release(market: Market): Promise<Figure[]> {
  const [slug] = await publishedSlugs(market, 1);
  const cookie = await signIn(market, 'admin@plaza.test');
  const visitor = visitAgainAndAgain(`${market.publicUrl}/product/${slug}`);
  const seconds = { release: [] as number[], promote: [] as number[], rollBack: [] as number[] };
  let steps: string[] = [];
  const before = await visitor.version();
  // A build takes longer than reading its sources for the first time, which is done beside it.
  await readSources(ROOT, SOURCES);
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      const stable = await publish(market, null);
      steps = stable.steps;
      seconds.release.push(await visitor.secondsUntil(stable.version, stable.sinceMs));
      const { version } = await publish(market, STAFF);
      seconds.promote.push(
        await visitor.secondsUntil(version, await press(market, cookie, 'promote', version)),
      );
      const pressedAt = await press(market, cookie, 'rollBack', version);
      seconds.rollBack.push(await visitor.secondsUntil(stable.version, pressedAt));
    }
  } finally {
    visitor.leave();
    // As it was.
    await marketOf(market).activate({ frontend: FRONTEND, version: before, reason: REASON });
  }
  const figure = (name: string, values: number[], more: Partial<Figure> = {}): Figure => ({
    name,
    value: values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0,
    unit: 's',
    better: 'lower',
    note: `worst of ${ROUNDS}: ${Math.max(...values).toFixed(2)} s`,
    ...more,
  });
  const worst = Math.max(...seconds.release).toFixed(2);
  return [
    figure('release: from the finished build to the first visitor who gets it', seconds.release, {
      aim: MAX_RELEASE_SECONDS,
      note: `worst of ${ROUNDS}: ${worst} s; steps of the last: ${steps.join(', ')}`,
    }),
    figure('the same, from pressing "promote" of a canary that was for the staff', seconds.promote),
    figure('the same, from pressing "roll back" until somebody gets the one before', seconds.rollBack),
  ];
}

const marketOf = (market: Market) => openMarket({ url: market.publicUrl, token: market.internalToken });

/** Releases a build that is new, as the command does; what it reads beside the build otherwise is read after it. */
async function publish(market: Market, audience: CanaryAudience | null) {
  const dist = await mkdtemp(join(tmpdir(), 'plaza-build-'));
  await cp(DIST, dist, { recursive: true });
  await appendFile(join(dist, 'remoteEntry.js'), `\n// ${crypto.randomUUID()}\n`);
  const steps: string[] = [];
  const sinceMs = performance.now();
  const manifest = await releaseFrontend(
    { frontend: FRONTEND, audience, note: REASON, removePages: false, dryRun: false },
    {
      build: async () => dist,
      readSources: () => readSources(ROOT, SOURCES),
      market: marketOf(market),
      store: openReleaseStore({ kind: 'folder', remotesDir: market.remotesDir }),
      async step(name, work) {
        const startedAt = performance.now();
        const result = await work();
        steps.push(`${name} ${((performance.now() - startedAt) / 1000).toFixed(2)} s`);
        return result;
      },
    },
  );
  await rm(dist, { recursive: true });
  return { version: manifest.release.version, sinceMs, steps };
}

/** Changes a rollout as the administration does. @returns when the button was pressed, on the clock of `performance` */
async function press(
  market: Market,
  cookie: string,
  button: 'promote' | 'rollBack',
  version: string,
): Promise<number> {
  const pressedAt = performance.now();
  const answer = await fetch(`${market.publicUrl}/api/trpc/release.${button}`, {
    method: 'POST',
    body: JSON.stringify({ frontend: FRONTEND, version, reason: REASON }),
    headers: { cookie, origin: market.publicUrl, 'content-type': 'application/json' },
  });
  const text = await answer.text();
  if (!answer.ok || !text.includes('"ok":true'))
    throw new Error(`${button} answered ${answer.status}: ${text}`);
  return pressedAt;
}

/** Somebody without cookies who asks for a page, and asks again as soon as it is there. */
function visitAgainAndAgain(url: string) {
  const client = createClient(1);
  /** Which release the page came from, whenever that changed; on the clock of `performance`. */
  const seen: { version: string; atMs: number }[] = [];
  let isHere = true;
  const visit = async () => {
    const { body } = await client.send('GET', url);
    const version = new RegExp(`"${FRONTEND}":\\{"version":"([0-9a-f]+)"`).exec(body)?.[1];
    if (version === undefined) throw new Error(`${url} names no release of ${FRONTEND}.`);
    if (seen.at(-1)?.version !== version) seen.push({ version, atMs: performance.now() });
  };
  const visits = (async () => {
    while (isHere) {
      await visit();
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
    client.close();
  })();
  const until = async <Value>(find: () => Value | undefined): Promise<Value> => {
    const endsAt = Date.now() + SHOWN_TIMEOUT_MS;
    while (Date.now() < endsAt) {
      const found = find();
      if (found !== undefined) return found;
      await Promise.race([visits, new Promise((resolve) => setTimeout(resolve, PAUSE_MS))]);
    }
    throw new Error(`The visitor of ${url} waits for a release that does not come.`);
  };
  return {
    version: () => until(() => seen.at(-1)?.version),
    async secondsUntil(wanted: string, sinceMs: number): Promise<number> {
      const { atMs } = await until(() =>
        seen.find(({ version, atMs }) => version === wanted && atMs >= sinceMs),
      );
      return (atMs - sinceMs) / 1000;
    },
    leave() {
      isHere = false;
    },
  };
}
