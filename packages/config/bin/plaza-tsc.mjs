#!/usr/bin/env node
// The native compiler, TypeScript 7. The package named `typescript` is version 6, whose API dependency-cruiser needs;
// both come with a command `tsc`, so this one has a name of its own. A single thread: each further one infers the types
// of the whole API for itself, and there are workspaces enough to keep every core busy.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const compiler = fileURLToPath(new URL('../../../node_modules/typescript-7/bin/tsc', import.meta.url));
process.exit(
  spawnSync(process.execPath, [compiler, '--singleThreaded', ...process.argv.slice(2)], { stdio: 'inherit' })
    .status ?? 1,
);
