// Plain JavaScript, because Vite loads the packages of a config file with Node itself.

const HELPER = '\0vite/preload-helper.js';

/**
 * Replaces Vite's preload helper by a call. The documents of the shell name what to preload, so that the helper would
 * only be weight: 0.7 kB (brotli) in every remote.
 *
 * @returns {import('vite').Plugin}
 */
export function smallPreloadPlugin() {
  return {
    name: 'plaza:small-preload',
    enforce: 'pre',
    // One for each module, so that none makes a chunk of its own.
    resolveId: (id, importer) => (id === HELPER ? `${HELPER}?for=${importer}` : null),
    load(id) {
      return id.startsWith(HELPER) ? 'export const __vitePreload = (load) => load();' : null;
    },
  };
}
