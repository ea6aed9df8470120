import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readSources } from './read-sources.ts';
import { storeBuilds } from './store-builds.ts';

/**
 * `tsx store-builds.cli.ts --root . --remotes-dir .data/remotes --registry-file .data/registry.json`: prints a line for
 * each build, `<frontend> <version> new|known`.
 */
const { values } = parseArgs({
  options: {
    root: { type: 'string', default: '.' },
    'remotes-dir': { type: 'string', default: '.data/remotes' },
    'registry-file': { type: 'string', default: '.data/registry.json' },
  },
});
const root = resolve(values.root);
const builds = await storeBuilds({
  root,
  remotesDir: resolve(values['remotes-dir']),
  registryFile: resolve(values['registry-file']),
  readSources: () => readSources(root, ['apps', 'packages']),
});
for (const { frontend, version, isNew } of builds)
  console.info(`${frontend} ${version} ${isNew ? 'new' : 'known'}`);
