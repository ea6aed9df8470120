import type { Plugin } from 'vite';

/**
 * Parts of the federation runtime (2.9.2) that this shell never reaches, because its own registry says where every
 * release is: manifests and their snapshots, preloading, and containers that are not ES modules. Together 4 kB (brotli).
 * A build fails when a part is no longer where it was.
 */
const UNREACHED: Readonly<Record<string, string>> = {
  'runtime-core/dist/plugins/snapshot/SnapshotHandler.js': `
    export { DisabledSnapshotHandler as SnapshotHandler } from './disabled.js';
    export const getGlobalRemoteInfo = () => ({});`,
  'runtime-core/dist/plugins/generate-preload-assets.js': `
    export const generatePreloadAssetsPlugin = () => ({ name: 'unreached' });`,
  'runtime-core/dist/utils/preload.js': `
    export const formatPreloadArgs = () => [];
    export const preloadAssets = () => undefined;`,
  'sdk/dist/dom.js': `
    const unreached = () => { throw new Error('the shell loads ES modules only'); };
    export { unreached as createLink, unreached as createScript, unreached as loadScript };
    export { unreached as isStaticResourcesEqual, unreached as safeWrapper };`,
};

export function slimFederation(): Plugin {
  const left = new Set(Object.keys(UNREACHED));
  return {
    name: 'plaza:slim-federation',
    enforce: 'pre',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'client',
    load(id) {
      const part = Object.keys(UNREACHED).find((path) => id.endsWith(`@module-federation/${path}`));
      if (!part) return null;
      left.delete(part);
      return UNREACHED[part] ?? null;
    },
    buildEnd(error) {
      if (!error && left.size > 0) this.error(`not found in the federation runtime: ${[...left].join(', ')}`);
    },
  };
}
