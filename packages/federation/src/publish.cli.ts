import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { publishRemotes } from './publish.ts';

/** `tsx publish.cli.ts --root . --remotes-dir .data/remotes --registry-file .data/registry.json` */
const { values } = parseArgs({
  options: {
    root: { type: 'string', default: '.' },
    'remotes-dir': { type: 'string', default: '.data/remotes' },
    'registry-file': { type: 'string', default: '.data/registry.json' },
  },
});

const { remotes } = publishRemotes({
  root: resolve(values.root),
  remotesDir: resolve(values['remotes-dir']),
  registryFile: resolve(values['registry-file']),
});
for (const [remote, { version, changed }] of Object.entries(remotes)) {
  console.info(`${remote} ${version}${changed ? ' is live' : ' was live already'}`);
}
