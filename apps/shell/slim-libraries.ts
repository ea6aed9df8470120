import type { Plugin } from 'vite';

/**
 * Parts of libraries that this shell never reaches, together 6 kB (brotli); a build fails when one is no longer where it
 * was.
 * - @module-federation 2.9.2: our own registry says where every release is, so that there are no manifests, no snapshots of
 *   them, no preloading, and no containers but ES modules.
 * - TanStack Router 1.170.46: links are those of @plaza/navigation. TanStack Query 5.108.0: no remote gets infinite queries.
 * - use-sync-external-store: React has had it since version 18.
 */
const UNREACHED: Readonly<Record<string, string>> = {
  '@module-federation/runtime-core/dist/plugins/snapshot/SnapshotHandler.js': `
    export { DisabledSnapshotHandler as SnapshotHandler } from './disabled.js';
    export const getGlobalRemoteInfo = () => ({});`,
  '@module-federation/runtime-core/dist/plugins/generate-preload-assets.js': `
    export const generatePreloadAssetsPlugin = () => ({ name: 'unreached' });`,
  '@module-federation/runtime-core/dist/utils/preload.js': `
    export const formatPreloadArgs = () => [];
    export const preloadAssets = () => undefined;`,
  '@module-federation/sdk/dist/dom.js': `
    const unreached = () => { throw new Error('the shell loads ES modules only'); };
    export { unreached as createLink, unreached as createScript, unreached as loadScript };
    export { unreached as isStaticResourcesEqual, unreached as safeWrapper };`,
  '@tanstack/react-router/dist/esm/link.js': `
    const unreached = () => { throw new Error('links are those of @plaza/navigation'); };
    export { unreached as Link, unreached as createLink, unreached as linkOptions, unreached as useLinkProps };`,
  '@tanstack/query-core/build/modern/infiniteQueryBehavior.js': `
    const unreached = () => { throw new Error('the shell shares no infinite queries'); };
    export { unreached as hasNextPage, unreached as hasPreviousPage, unreached as infiniteQueryBehavior };`,
  'use-sync-external-store/shim/index.js': `
    export { useSyncExternalStore } from 'react';`,
};

export function slimLibraries(): Plugin {
  const left = new Set(Object.keys(UNREACHED));
  return {
    name: 'plaza:slim-libraries',
    enforce: 'pre',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'client',
    load(id) {
      const part = Object.keys(UNREACHED).find((path) => id.endsWith(`/node_modules/${path}`));
      if (!part) return null;
      left.delete(part);
      return UNREACHED[part] ?? null;
    },
    buildEnd(error) {
      if (!error && left.size > 0) this.error(`not found in the libraries: ${[...left].join(', ')}`);
    },
  };
}
