// Plain JavaScript, because Vite loads the packages of a config file with Node itself.
import { resolve } from 'node:path';
import { chunksOf } from './build/describe-bundle.mjs';
import { installedVersion, SHARED_MODULE, SHARED_MODULES, sharedExports } from './build/shared-modules.mjs';

const CONTAINER = 'virtual:plaza/container';
/** Where the container puts what it was given, for the modules that are evaluated after it. */
const SHARED = 'globalThis.__plazaShared';

export const CONTAINER_INPUT = { remoteEntry: CONTAINER };

/**
 * Builds a remote as a Module Federation container: an ES module with `init(shareScope)` and `get('./expose')`, as the
 * federation runtime of the shell loads it. Shared modules are not bundled: what a remote imports from them is read from
 * the share scope, and an import that the shell does not offer fails the build.
 *
 * Written here, because the container that @module-federation/vite 1.23 generates costs 10 kB (brotli) and a dozen
 * requests in every remote of a page.
 *
 * @param {{ name: string, exposes: Record<string, string>, root: string }} remote
 * @returns {import('vite').Plugin}
 */
export function containerPlugin({ name, exposes, root }) {
  return {
    name: 'plaza:container',
    enforce: 'pre',
    resolveId(id) {
      if (id === CONTAINER) return `\0${id}`;
      if (SHARED_MODULES.includes(id)) return SHARED_MODULE + id;
      const owner = SHARED_MODULES.find((shared) => id.startsWith(`${shared}/`));
      if (owner && !id.startsWith('@plaza/'))
        this.error(`${id} is not among the modules that the shell shares`);
      return null;
    },
    load(id) {
      if (id === `\0${CONTAINER}`) return containerCode(name, exposes, root);
      if (id.startsWith(SHARED_MODULE)) return sharedModuleCode(id.slice(SHARED_MODULE.length), root);
      return null;
    },
    generateBundle(_options, bundle) {
      const early = findEarly(bundle);
      if (early) this.error(`${early} would be evaluated before the container has what the shell shares`);
    },
  };
}

/** A chunk that reads shared modules although the container imports it; undefined when all is well. */
function findEarly(bundle) {
  const chunks = chunksOf(bundle);
  const early = new Set(chunks.filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName));
  for (const file of early) for (const next of bundle[file]?.imports ?? []) early.add(next);
  return chunks.find(
    ({ fileName, isEntry, moduleIds }) =>
      !isEntry && early.has(fileName) && moduleIds.some((id) => id.startsWith(SHARED_MODULE)),
  )?.fileName;
}

/** The container. A provider of another major version is refused: the page then shows a fallback instead of breaking. */
function containerCode(name, exposes, root) {
  const loaders = Object.entries(exposes).map(
    ([expose, file]) => `${JSON.stringify(expose)}: () => import(${JSON.stringify(resolve(root, file))})`,
  );
  const required = Object.fromEntries(
    SHARED_MODULES.map((module) => [module, installedVersion(module, root)]),
  );
  return `
const shared = (${SHARED} ??= {});
const exposes = { ${loaders.join(', ')} };
const required = ${JSON.stringify(required)};
const major = (version) => version.split('.')[0];
export async function init(scope) {
  for (const [module, version] of Object.entries(required)) {
    const provider = Object.values(scope[module] ?? {}).find((offer) => major(offer.version) === major(version));
    if (!provider) throw new Error('${name} needs ' + module + ' ' + version + ', which this shell does not offer');
    shared[module] ??= provider.lib ? provider.lib() : (await provider.get())();
  }
}
export async function get(expose) {
  const load = exposes[expose];
  if (!load) throw new Error('${name} does not offer ' + expose);
  const module = await load();
  return () => module;
}`;
}

function sharedModuleCode(module, root) {
  return [
    `const module = ${SHARED}[${JSON.stringify(module)}];`,
    ...sharedExports(module, root).map((name) => `export const ${name} = module.${name};`),
    'export default module;',
  ].join('\n');
}
