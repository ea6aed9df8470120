import { createBrowserRemotes, type RemoteFailure } from './browser-remotes.ts';
import { createDevRemotes } from './dev-remotes.ts';
import { createFederation } from './federation.ts';
import type { BrowserRegistry, Remotes } from './remotes.ts';

/** The browser's remotes: released ones, and in development those whose source is at hand. */
export function createRemotes(input: {
  registry: BrowserRegistry;
  onFailure: (failure: RemoteFailure) => void;
}): Remotes {
  const released = createBrowserRemotes({ federation: createFederation('shell'), ...input });
  return import.meta.env.DEV ? createDevRemotes(released) : released;
}
