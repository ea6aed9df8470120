// Plain JavaScript, because Vite loads the packages of a config file with Node itself.

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
    load(id) {
      return id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : null;
    },
  };
}
