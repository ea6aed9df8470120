// Plain JavaScript, because Vite loads the packages of a config file with Node itself.
import { brotliCompressSync, constants } from 'node:zlib';

const BYTES_PER_KB = 1_000;

/**
 * What a build weighs as it travels (brotli).
 *
 * @param {Record<string, any>} bundle of rolldown, for browsers
 * @param {{ entry: string, exposes: Record<string, { scripts: string[] }> }} contents
 * @param {import('@plaza/contracts/declaration').Declaration} declaration
 */
export function weighBundle(bundle, { entry, exposes }, declaration) {
  const weights = new Map();
  for (const file of Object.values(bundle)) {
    if (!/\.(?:js|css)$/.test(file.fileName)) continue;
    const content = Buffer.from(file.type === 'chunk' ? file.code : file.source);
    weights.set(file.fileName, brotliBytes(content));
  }
  const sum = (files) => [...new Set(files)].reduce((bytes, file) => bytes + weights.get(file), 0);
  const all = (ending) => [...weights.keys()].filter((file) => file.endsWith(ending));
  const scriptsOf = (expose) => [entry, ...(exposes[expose]?.scripts ?? [])];

  const slots = declaration.slots.flatMap(scriptsOf);
  const pages = [...new Set(declaration.pages.map((page) => page.expose))];
  // A frontend may have no page: then its slots are what it puts on those of others.
  const candidates = (pages.length > 0 ? pages : declaration.slots).map((expose) => {
    const files = [...new Set([...scriptsOf(expose), ...slots])];
    return { expose, files, scriptBytes: sum(files) };
  });
  const dearest = candidates.reduce((a, b) => (b.scriptBytes > a.scriptBytes ? b : a));
  return {
    sizes: {
      scriptBytes: sum(all('.js')),
      styleBytes: sum(all('.css')),
      dearestPage: { expose: dearest.expose, scriptBytes: dearest.scriptBytes },
      exposes: Object.fromEntries(Object.keys(exposes).map((expose) => [expose, sum(scriptsOf(expose))])),
    },
    excess: describeExcess({ declaration, dearest, weights, styles: all('.css'), sum }),
  };
}

/** Says what weighs how much when the budget does not suffice; undefined when it does. */
function describeExcess({ declaration: { name, budget }, dearest, weights, styles, sum }) {
  const lines = [];
  if (dearest.scriptBytes > budget.scriptKb * BYTES_PER_KB)
    lines.push(
      `the page ${dearest.expose} with all slots of ${name} has ${kb(dearest.scriptBytes)} of scripts, and its budget is ${budget.scriptKb} kB:`,
      ...table(dearest.files, weights),
    );
  if (sum(styles) > budget.styleKb * BYTES_PER_KB)
    lines.push(
      `the stylesheet of ${name} has ${kb(sum(styles))}, and its budget is ${budget.styleKb} kB:`,
      ...table(styles, weights),
    );
  return lines.length === 0
    ? undefined
    : ['over budget (brotli)', ...lines, 'Make it smaller, or raise the budget in remote.ts.'].join('\n');
}

const table = (files, weights) =>
  [...files]
    .sort((a, b) => weights.get(b) - weights.get(a))
    .map((file) => `  ${kb(weights.get(file)).padStart(9)}  ${file}`);

const kb = (bytes) => `${(bytes / BYTES_PER_KB).toFixed(1)} kB`;

const brotliBytes = (content) =>
  brotliCompressSync(content, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    },
  }).length;
