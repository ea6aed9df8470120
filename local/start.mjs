// `npm start`: checks Node, installs what is missing, then hands over to the supervisor.
import { enableTypeScript, installPackages, requireNode } from './lib/install.mjs';

const startedAt = performance.now();
requireNode();
console.log('\nPlaza');
const { installed } = installPackages();
const installSeconds = (performance.now() - startedAt) / 1_000;
await enableTypeScript();
const { start } = await import('./src/start.ts');
await start({ installed, installSeconds });
