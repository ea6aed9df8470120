// Plain JavaScript, because Vite loads the packages of a config file with Node itself.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';

/**
 * Tells Tailwind to read the components of @plaza/ui that a remote uses, and no others, so that the remote's own
 * stylesheet holds their classes too. It must: within a scope the remote's `p-4` would win over the shell's `md:p-8`,
 * and the remote may be released with newer components than the shell has.
 * Works on the `src/styles.css` of every app that is built or served.
 *
 * @returns {import('vite').Plugin}
 */
export function uiSourcesPlugin() {
  return {
    name: 'plaza:ui-sources',
    enforce: 'pre',
    transform(code, id) {
      const [file] = id.split('?');
      if (!file.endsWith('/src/styles.css')) return null;
      return `${code}\n${uiSourcesOf(dirname(file))}\n`;
    },
  };
}

/**
 * Where the classes of the @plaza/ui components are that these sources use, for Tailwind.
 *
 * @param {string} folder
 * @returns {string} CSS
 */
export function uiSourcesOf(folder) {
  const uiFolder = dirname(createRequire(resolve(folder, 'styles.css')).resolve('@plaza/ui/theme.css'));
  return usedComponents(folder, uiFolder)
    .map((path) => `@source ${JSON.stringify(path)};`)
    .join('\n');
}

/** Files of @plaza/ui that the sources import, directly or through one another. */
function usedComponents(sourceFolder, uiFolder) {
  const used = new Set();
  const visit = (file) => {
    if (used.has(file) || !existsSync(file)) return;
    used.add(file);
    for (const [, path] of readFileSync(file, 'utf8').matchAll(/from '(\.\.?\/[^']+)'/g))
      visit(resolve(dirname(file), path));
  };
  for (const entry of readdirSync(sourceFolder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.tsx?$/.test(entry.name)) continue;
    const code = readFileSync(resolve(entry.parentPath, entry.name), 'utf8');
    for (const [, component] of code.matchAll(/from '@plaza\/ui\/([\w-]+)'/g))
      visit(resolve(uiFolder, `${component}.tsx`));
  }
  return [...used].sort();
}
