// Plain JavaScript, because Vite loads the packages of a config file with Node itself.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

/** @type {Record<string, '*' | string[]>} exports of the modules that exist once on a page, by name */
const sharedModules = JSON.parse(readFileSync(new URL('../shared-modules.json', import.meta.url), 'utf8'));

export const SHARED_MODULES = Object.keys(sharedModules);

/** What imports of shared modules resolve to in a build. */
export const SHARED_MODULE = '\0plaza-shared-module:';

/** Names that the shell offers of a module. @param {string} root folder of an app, where the module is found from */
export function sharedExports(module, root) {
  const names = sharedModules[module];
  if (names !== '*') return names;
  const require = createRequire(resolve(root, 'package.json'));
  return Object.keys(require(module)).filter((name) => name !== 'default');
}

/** @returns {string} the version of the package that a module belongs to, as installed for an app */
export function installedVersion(module, root) {
  const owner = module.startsWith('@') ? module.split('/').slice(0, 2).join('/') : module.split('/')[0];
  const require = createRequire(resolve(root, 'package.json'));
  // Not every package lets its package.json be imported: it is found beside the resolved entry.
  for (const folder of require.resolve.paths(owner)) {
    try {
      return JSON.parse(readFileSync(resolve(folder, owner, 'package.json'), 'utf8')).version;
    } catch {
      // Looked for further up.
    }
  }
  throw new Error(`${owner} is not installed`);
}

/** What a build takes from the shell: versions and names by module. */
export function sharedOf(bundle, root) {
  const names = new Map();
  for (const { type, modules } of Object.values(bundle)) {
    for (const [id, { renderedExports }] of type === 'chunk' ? Object.entries(modules) : []) {
      if (!id.startsWith(SHARED_MODULE)) continue;
      const module = id.slice(SHARED_MODULE.length);
      names.set(module, new Set([...(names.get(module) ?? []), ...renderedExports]));
    }
  }
  return Object.fromEntries(
    [...names].sort().map(([module, used]) => [
      module,
      {
        version: installedVersion(module, root),
        exports: [...used].filter((name) => name !== 'default').sort(),
      },
    ]),
  );
}
