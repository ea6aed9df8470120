import type { PageDeclaration } from '@plaza/contracts/declaration';
import type { Release } from '@plaza/contracts/registry';
import type { PageHead, PageResult, RemoteModuleName } from '@plaza/contracts/remotes';
import type { ComponentType } from 'react';

/**
 * A page or slot as the shell sees it. Its props and data are known to the remote alone, whose expose file is checked
 * against the contract; the shell hands them on and never looks inside.
 */
export interface RemoteModule {
  default: ComponentType<Record<string, unknown>>;
  loader?: (input: unknown) => Promise<PageResult<unknown>>;
  head?: (input: unknown) => PageHead;
}

/** Where pages and slots come from: on the server from memory, in the browser over the network. */
export interface Remotes {
  /** The module if it is here already. */
  peek(name: RemoteModuleName): RemoteModule | undefined;
  /**
   * Fetches a module; the same promise for everybody who asks while it is under way. Rejects after a timeout. After a
   * failure the next call tries again, the third time with the release before the live one.
   */
  load(name: RemoteModuleName): Promise<RemoteModule>;
  /** Forgets that a module could not be loaded, so that the next `load` asks again at once. */
  forgetFailure(name: RemoteModuleName): void;
  /** Counts a module that could not be drawn as failed. */
  discard(name: RemoteModuleName): void;
  /** Whether a remote is switched off: nothing of it is shown, nothing of it is loaded. */
  isOff(name: RemoteModuleName): boolean;
  /** The release that a module came from or will come from; empty where it is not known. */
  versionOf(name: RemoteModuleName): string;
}

/** What a browser needs to know of a release. */
export type BrowserRelease = Pick<Release, 'version' | 'baseUrl' | 'entry' | 'stylesheets'>;
/** Where a page is; private unless it says otherwise. Every document carries all of them, so they are short. */
type BrowserPage = readonly [path: string, expose: string, access?: 'public'];
export interface BrowserRemote extends BrowserRelease {
  /** What the second retry loads. */
  previous: BrowserRelease | null;
  pages: readonly BrowserPage[];
  isOff?: true;
}
export type BrowserRegistry = Record<string, BrowserRemote>;

export const toBrowserPages = (pages: readonly PageDeclaration[]): BrowserPage[] =>
  pages.map(({ path, expose, access }) => (access === 'public' ? [path, expose, access] : [path, expose]));

/** Rejects with a line that names what took too long. */
export function withTimeout<Value>(promise: Promise<Value>, timeoutMs: number, what: string): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`${what} did not answer within ${timeoutMs} ms`)),
      timeoutMs,
    );
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** Checks as much of a module as the shell relies on. @throws when it is no page or slot */
export function toRemoteModule(value: unknown, name: string): RemoteModule {
  if (typeof value !== 'object' || value === null || !('default' in value)) {
    throw new Error(`${name} has no default export`);
  }
  // Components, loaders and heads are opaque to the shell; see RemoteModule.
  return value as RemoteModule;
}
