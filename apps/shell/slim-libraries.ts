import { readFileSync } from 'node:fs';
import { type ESTree, type Plugin, parseAst, Visitor } from 'vite';

/**
 * Parts of libraries that this shell never reaches, together 7 kB (brotli); a build fails when one is no longer where it
 * was.
 * - @module-federation 2.9.2: our own registry says where every release is, so that there are no manifests, no snapshots of
 *   them and no preloading; containers are ES modules, and stay once they are registered. Errors need no context in a
 *   browser, and the console is what logs.
 * - TanStack Router 1.170.46: links are those of @plaza/navigation. TanStack Query 5.108.0: no remote gets infinite queries.
 * - use-sync-external-store: React has had it since version 18.
 */
const UNREACHED: Readonly<Record<string, string>> = {
  '@module-federation/runtime-core/dist/plugins/snapshot/SnapshotHandler.js': `
    export { DisabledSnapshotHandler as SnapshotHandler } from './disabled.js';
    export const getGlobalRemoteInfo = () => ({});`,
  '@module-federation/runtime-core/dist/utils/context.js': `
    export const optionsToMFContext = () => undefined;`,
  '@module-federation/sdk/dist/logger.js': `
    export const logger = console;
    export const createLogger = () => console;
    export { createLogger as bindLoggerToCompiler, createLogger as createInfrastructureLogger };
    export { logger as infrastructureLogger };`,
  '@tanstack/react-router/dist/esm/link.js': `
    const unreached = () => { throw new Error('links are those of @plaza/navigation'); };
    export { unreached as Link, unreached as createLink, unreached as linkOptions, unreached as useLinkProps };`,
  '@tanstack/query-core/build/modern/infiniteQueryBehavior.js': `
    const unreached = () => { throw new Error('the shell shares no infinite queries'); };
    export { unreached as hasNextPage, unreached as hasPreviousPage, unreached as infiniteQueryBehavior };`,
  'use-sync-external-store/shim/index.js': `
    export { useSyncExternalStore } from 'react';`,
};

/** Functions that are never called, of files that are reached otherwise. */
const UNCALLED: Readonly<Record<string, readonly string[]>> = {
  '@module-federation/runtime-core/dist/remote/index.js': [
    'initRawContainer',
    'preloadRemote',
    'removeRemote',
  ],
  '@module-federation/runtime-core/dist/utils/load.js': ['loadEntryScript', 'loadSystemJsEntry'],
};

export function slimLibraries(): Plugin {
  const parts = [...Object.keys(UNREACHED), ...Object.keys(UNCALLED)];
  const left = new Set(parts);
  return {
    name: 'plaza:slim-libraries',
    enforce: 'pre',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'client',
    load(id) {
      const part = parts.find((path) => id.endsWith(`/node_modules/${path}`));
      if (!part) return null;
      left.delete(part);
      return UNREACHED[part] ?? emptied(readFileSync(id, 'utf8'), UNCALLED[part] ?? []);
    },
    buildEnd(error) {
      if (!error && left.size > 0) this.error(`not found in the libraries: ${[...left].join(', ')}`);
    },
  };
}

/** A module whose functions of these names only throw. @throws when it has no such function */
function emptied(code: string, names: readonly string[]): string {
  const bodies = new Map<string, ESTree.FunctionBody>();
  new Visitor({
    FunctionDeclaration: ({ id, body }) => id && body && bodies.set(id.name, body),
    MethodDefinition: ({ key, value }) =>
      key.type === 'Identifier' && value.body && bodies.set(key.name, value.body),
  }).visit(parseAst(code));
  return names
    .map((name) => {
      const body = bodies.get(name);
      if (!body) throw new Error(`not found in the libraries: ${name}`);
      return body;
    })
    .sort((a, b) => b.start - a.start)
    .reduce(
      (rest, { start, end }) =>
        `${rest.slice(0, start)}{ throw new Error('the shell does not call this'); }${rest.slice(end)}`,
      code,
    );
}
