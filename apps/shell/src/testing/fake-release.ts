import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { RemoteName } from '@plaza/contracts/remotes';
import { integrityOf, versionOf } from '@plaza/federation/content-version';
import type { Registry, Release } from '@plaza/federation/registry';

/** What a container's `get` answers, as source: one function by expose. */
export type ExposeSources = Record<string, string>;

const container = (exposes: ExposeSources) => `
let react;
export const init = (scope) => { react = Object.values(scope.react)[0].lib(); };
const exposes = {
  ${Object.entries(exposes)
    .map(([name, source]) => `'./${name}': async () => { const h = react.createElement; ${source} }`)
    .join(',\n')}
};
export const get = async (name) => { const module = await exposes[name](); return () => module; };
`;

/** Writes a release whose server container is made of these sources, as `publishRemotes` would. */
export function writeFakeRelease(remotesDir: string, remote: RemoteName, exposes: ExposeSources): Release {
  return writeContainer(remotesDir, remote, container(exposes), Object.keys(exposes));
}

/** As `writeFakeRelease`, for containers that are broken as a whole. */
export function writeContainer(
  remotesDir: string,
  remote: RemoteName,
  source: string,
  exposes: string[],
): Release {
  const files = {
    'remoteEntry.js': source,
    'server/remoteEntry.js': source,
    'assets/style.css': `.${remote}{}`,
  };
  const draft = join(remotesDir, `draft-${remote}`);
  for (const [path, content] of Object.entries({ ...files, 'package.json': '{"type":"module"}' }))
    writeFile(join(draft, path), content);
  const integrity = integrityOf(draft);
  const version = versionOf(integrity);
  const folder = join(remotesDir, remote, version);
  for (const [path, content] of Object.entries({ ...files, 'package.json': '{"type":"module"}' }))
    writeFile(join(folder, path), content);
  return {
    version,
    baseUrl: `/remotes/${remote}/${version}/`,
    entry: 'remoteEntry.js',
    serverEntry: 'server/remoteEntry.js',
    integrity,
    stylesheets: ['assets/style.css'],
    exposes: Object.fromEntries(exposes.map((expose) => [expose, { scripts: [] }])),
    pages: [],
  };
}

export function writeRegistry(file: string, releases: Partial<Record<RemoteName, Release>>): void {
  const remotes = Object.entries(releases).map(([name, release]) => [
    name,
    { stable: release, previous: null, canary: null, isOff: false },
  ]);
  writeFile(
    file,
    JSON.stringify({ schema: 2, remotes: Object.fromEntries(remotes) } satisfies {
      schema: 2;
      remotes: Registry['remotes'];
    }),
  );
}

function writeFile(file: string, content: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
