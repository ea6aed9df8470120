// Plain JavaScript, because Vite loads the packages of a config file with Node itself.
import { resolve } from 'node:path';

/** Which file is the container, and which scripts every expose needs beside it. */
export function describeBundle(bundle, exposes, root) {
  const chunks = chunksOf(bundle);
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

export const chunksOf = (bundle) => Object.values(bundle).filter(({ type }) => type === 'chunk');
