// Plain JavaScript, because Vite loads the packages of a config file with Node itself.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

const CONTAINER = 'virtual:plaza/container';
/** Where the container puts what it was given, for the modules that are evaluated after it. */
const SHARED = 'globalThis.__plazaShared';
const SHARED_MODULE = '\0plaza-shared-module:';

/** @type {Record<string, '*' | string[]>} exports of the modules that exist once on a page, by name */
const sharedModules = JSON.parse(readFileSync(new URL('./shared-modules.json', import.meta.url), 'utf8'));

/** Says what a build consists of, for publishing it. */
const CONTENTS = '.plaza/contents.json';

export const CONTAINER_INPUT = { remoteEntry: CONTAINER };

/**
 * Builds a remote as a Module Federation container: an ES module with `init(shareScope)` and `get('./expose')`, as the
 * federation runtime of the shell loads it. Shared modules are not bundled: what a remote imports from them is read from
 * the share scope, and an import that the shell does not offer fails the build.
 *
 * Written here, because the container that @module-federation/vite 1.23 generates costs 10 kB (brotli) and a dozen
 * requests in every remote of a page.
 *
 * @param {{ declaration: import('./declaration.ts').Declaration, exposes: Record<string, string>, root: string }} remote
 * @returns {import('vite').Plugin}
 */
export function containerPlugin({ declaration, exposes, root }) {
  const { name, pages } = declaration;
  const require = createRequire(resolve(root, 'package.json'));
  return {
    name: 'plaza:container',
    enforce: 'pre',
    resolveId(id) {
      if (id === CONTAINER) return `\0${id}`;
      if (Object.hasOwn(sharedModules, id)) return SHARED_MODULE + id;
      const owner = Object.keys(sharedModules).find((shared) => id.startsWith(`${shared}/`));
      if (owner && !id.startsWith('@plaza/'))
        this.error(`${id} is not among the modules that the shell shares`);
      return null;
    },
    load(id) {
      if (id === `\0${CONTAINER}`) return containerCode(name, exposes, root, require);
      if (id.startsWith(SHARED_MODULE)) return sharedModuleCode(id.slice(SHARED_MODULE.length), require);
      return null;
    },
    generateBundle(_options, bundle) {
      const early = findEarly(bundle);
      if (early) this.error(`${early} would be evaluated before the container has what the shell shares`);
      const source = JSON.stringify({ ...describeBundle(bundle, exposes, root), pages }, null, 2);
      this.emitFile({ type: 'asset', fileName: CONTENTS, source });
    },
  };
}

/** A chunk that reads shared modules although the container imports it; undefined when all is well. */
function findEarly(bundle) {
  const chunks = Object.values(bundle).filter(({ type }) => type === 'chunk');
  const early = new Set(chunks.filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName));
  for (const file of early) for (const next of bundle[file]?.imports ?? []) early.add(next);
  return chunks.find(
    ({ fileName, isEntry, moduleIds }) =>
      !isEntry && early.has(fileName) && moduleIds.some((id) => id.startsWith(SHARED_MODULE)),
  )?.fileName;
}

/** Which file is the container, and which scripts every expose needs beside it. */
function describeBundle(bundle, exposes, root) {
  const chunks = Object.values(bundle).filter(({ type }) => type === 'chunk');
  const scriptsOf = (chunk, seen = new Set()) => {
    if (chunk && !seen.has(chunk.fileName)) {
      seen.add(chunk.fileName);
      for (const file of chunk.imports) scriptsOf(bundle[file], seen);
    }
    return seen;
  };
  const entry = chunks.find(({ isEntry }) => isEntry);
  const scripts = Object.entries(exposes).map(([expose, file]) => {
    const id = resolve(root, file);
    const files = scriptsOf(
      chunks.find(({ moduleIds }) => moduleIds.includes(id)),
      scriptsOf(entry),
    );
    return [expose.replace('./', ''), { scripts: [...files].filter((script) => script !== entry.fileName) }];
  });
  return { entry: entry.fileName, exposes: Object.fromEntries(scripts) };
}

/** The container. A provider of another major version is refused: the page then shows a fallback instead of breaking. */
function containerCode(name, exposes, root, require) {
  const loaders = Object.entries(exposes).map(
    ([expose, file]) => `${JSON.stringify(expose)}: () => import(${JSON.stringify(resolve(root, file))})`,
  );
  const required = Object.fromEntries(
    Object.keys(sharedModules).map((module) => [module, installedVersion(module, require)]),
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

function sharedModuleCode(module, require) {
  const names = sharedModules[module];
  const exported = names === '*' ? Object.keys(require(module)).filter((name) => name !== 'default') : names;
  return [
    `const module = ${SHARED}[${JSON.stringify(module)}];`,
    ...exported.map((name) => `export const ${name} = module.${name};`),
    'export default module;',
  ].join('\n');
}

function installedVersion(module, require) {
  const owner = module.startsWith('@') ? module.split('/').slice(0, 2).join('/') : module.split('/')[0];
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
