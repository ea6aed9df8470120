// Plain JavaScript, because Vite loads the packages of a config file with Node itself.
import { fileURLToPath } from 'node:url';

const CREATE_ICON = fileURLToPath(new URL('./create-icon.ts', import.meta.url));

/**
 * Builds Lucide's icons with a smaller component than their own. Of builds only, which draw the same on the server and in
 * the browser.
 *
 * @returns {import('vite').Plugin}
 */
export function smallIconsPlugin() {
  return {
    name: 'plaza:small-icons',
    enforce: 'pre',
    apply: 'build',
    resolveId: (id, importer) =>
      id.endsWith('/createLucideIcon.mjs') && importer?.includes('/lucide-react/') ? CREATE_ICON : null,
  };
}
