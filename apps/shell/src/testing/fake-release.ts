import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Registry, RegistryEntry, Release } from '@plaza/contracts/registry';
import { integrityOf, versionOf } from '@plaza/federation/content-version';

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

/** Writes a release whose server container is made of these sources, as the release command would. */
export function writeFakeRelease(
  remotesDir: string,
  remote: string,
  exposes: ExposeSources,
  pages: Release['pages'] = [],
): Release {
  return writeContainer(remotesDir, remote, container(exposes), Object.keys(exposes), pages);
}

/** As `writeFakeRelease`, for containers that are broken as a whole. */
export function writeContainer(
  remotesDir: string,
  remote: string,
  source: string,
  exposes: string[],
  pages: Release['pages'] = [],
): Release {
  const files = {
    'remoteEntry.js': source,
    'server/remoteEntry.js': source,
    'assets/style.css': `.${remote}{}`,
    'package.json': '{"type":"module"}',
  };
  const draft = join(remotesDir, `draft-${remote}`);
  for (const [path, content] of Object.entries(files)) writeFile(join(draft, path), content);
  const integrity = integrityOf(draft);
  const version = versionOf(integrity);
  const folder = join(remotesDir, remote, version);
  for (const [path, content] of Object.entries(files)) writeFile(join(folder, path), content);
  return {
    version,
    baseUrl: `/remotes/${remote}/${version}/`,
    entry: 'remoteEntry.js',
    serverEntry: 'server/remoteEntry.js',
    integrity,
    stylesheets: ['assets/style.css'],
    exposes: Object.fromEntries(exposes.map((expose) => [expose, { scripts: [] }])),
    pages,
  };
}

/** A registry in which every release is what everybody gets, unless it says more. */
export function registryOf(remotes: Record<string, Release | Partial<RegistryEntry>>): Registry {
  const entryOf = (given: Release | Partial<RegistryEntry>): RegistryEntry => {
    const entry = 'version' in given ? { stable: given } : given;
    if (!entry.stable) throw new Error('a frontend has a stable release');
    return { stable: entry.stable, previous: null, canary: null, isOff: false, ...entry };
  };
  const entries = Object.entries(remotes).map(([name, given]) => [name, entryOf(given)]);
  return { schema: 2, remotes: Object.fromEntries(entries) };
}

export const writeRegistry = (file: string, registry: Registry): void =>
  writeFile(file, JSON.stringify(registry));

function writeFile(file: string, content: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
