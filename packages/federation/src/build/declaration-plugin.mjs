// Plain JavaScript, because Vite loads the packages of a config file with Node itself.
import { relative } from 'node:path';
import { describeBundle } from './describe-bundle.mjs';
import { findUsage } from './find-usage.mjs';
import { sharedOf } from './shared-modules.mjs';
import { weighBundle } from './weigh-bundle.mjs';

/** Says what a build consists of and what it needs, for releasing it. */
const CONTENTS = '.plaza/contents.json';

/**
 * Holds a remote to its declaration: what its modules ask, track and show is read from their sources and must be what is
 * declared, and the build must keep to its budget. What was found is written to `dist/.plaza/contents.json`.
 *
 * @param {{ declaration: import('@plaza/contracts/declaration').Declaration, exposes: Record<string, string>, root: string }} remote
 * @returns {import('vite').Plugin}
 */
export function declarationPlugin({ declaration, exposes, root }) {
  /** @type {Map<string, import('./find-usage.d.mts').Usage>} */
  const usages = new Map();
  return {
    name: 'plaza:declaration',
    enforce: 'pre',
    // The container for the server is made of the same modules.
    applyToEnvironment: ({ name }) => name === 'client',
    buildStart() {
      const wrong = compareExposes(declaration, exposes);
      if (wrong.length > 0) this.error(problemText(declaration, wrong));
    },
    transform(code, id) {
      const [file] = id.split('?');
      if (/\.tsx?$/.test(file) && !file.includes('/node_modules/')) usages.set(file, findUsage(code));
    },
    generateBundle: {
      // When the stylesheet is there too.
      order: 'post',
      handler(_options, bundle) {
        const used = usagesOf(bundle, usages);
        const wrong = compareUsage(declaration, used, root);
        if (wrong.length > 0) this.error(problemText(declaration, wrong));
        const contents = describeBundle(bundle, exposes, root);
        const { sizes, excess } = weighBundle(bundle, contents, declaration);
        if (excess) this.error(excess);
        const source = {
          ...contents,
          declaration,
          procedures: sortedNames(used, 'procedures'),
          events: sortedNames(used, 'events'),
          shared: sharedOf(bundle, root),
          sizes,
        };
        this.emitFile({ type: 'asset', fileName: CONTENTS, source: JSON.stringify(source, null, 2) });
      },
    },
  };
}

const problemText = ({ name }, problems) =>
  [`${name} is not what its remote.ts declares`, ...problems].join('\n  ');

/** Every page and slot has its file in src/exposes, and every file there is one. */
function compareExposes({ pages, slots }, exposes) {
  const files = Object.keys(exposes).map((expose) => expose.replace('./', ''));
  const declared = new Set([...pages.map(({ expose }) => expose), ...slots]);
  return [
    ...[...declared]
      .filter((expose) => !files.includes(expose))
      .map((expose) => `declares ${expose}, and src/exposes/${expose}.ts is missing`),
    ...files
      .filter((expose) => !declared.has(expose))
      .map((expose) => `src/exposes/${expose}.ts is declared neither as a page nor as a slot`),
    ...slots
      .filter((slot) => pages.some(({ expose }) => expose === slot))
      .map((slot) => `${slot} is declared as a page and as a slot`),
  ];
}

/** What the modules that are in the build use. */
function usagesOf(bundle, usages) {
  const modules = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
  return [...new Set(modules)].flatMap((id) => {
    const usage = usages.get(id);
    return usage ? [{ id, usage }] : [];
  });
}

function compareUsage({ name, data, uses }, used, root) {
  const at = (id, line) => `${relative(root, id)}:${line}`;
  const undeclared = (kind, declared, say) =>
    used.flatMap(({ id, usage }) =>
      usage[kind]
        .filter((place) => !declared(place.name))
        .map((place) => `${at(id, place.line)} ${say(place.name)}`),
    );
  const found = (kind) => new Set(used.flatMap(({ usage }) => usage[kind].map((place) => place.name)));
  const domains = found('domains');
  const slots = found('slots');
  const isOwn = (slot) => slot.startsWith(`${name}/`);
  return [
    ...used.flatMap(({ id, usage }) => usage.problems.map(({ text, line }) => `${at(id, line)} ${text}`)),
    ...new Set(
      undeclared(
        'domains',
        (domain) => data.includes(domain),
        (domain) => `asks ${domain}, which is not in its data`,
      ),
    ),
    ...undeclared(
      'slots',
      (slot) => isOwn(slot) || uses.includes(slot),
      (slot) => `shows ${slot}, which is not in its uses`,
    ),
    ...data.filter((domain) => !domains.has(domain)).map((domain) => `data: ${domain} is not asked`),
    ...uses.filter((slot) => !slots.has(slot)).map((slot) => `uses: ${slot} is not shown`),
  ];
}

function sortedNames(used, kind) {
  return [...new Set(used.flatMap(({ usage }) => usage[kind].map(({ name }) => name)))].sort();
}
