import type { Release } from '@plaza/contracts/registry';
import type { RemoteModuleName } from '@plaza/contracts/remotes';
import type { BrowserRelease } from '../remotes/remotes.ts';
import type { Encoded } from '../server/compress.ts';
import type { ShellAssets } from '../server/page-assets.ts';
import type { RenderedPage, RenderInput } from '../server/render-page.tsx';
import type { PulseMemory } from './pulse.ts';

/** A release that a worker knows. */
export interface KnownRelease {
  remote: string;
  release: Release;
  /** Where its files are. */
  folder: string;
}

/** All that a worker begins with. It never learns of other releases: for those there are other workers. */
export interface RenderWorkerData {
  releases: readonly KnownRelease[];
  shell: ShellAssets;
  publicUrl: string;
  bffUrl: string;
  logLevel: string;
  pulse: PulseMemory;
}

/** How much of a release a worker could load. */
export interface LoadReport {
  remote: string;
  version: string;
  /** As `<remote>/<expose>`. */
  modules: readonly string[];
  failed: readonly { name: string; error: string }[];
  inlineStyles: ReadonlyMap<string, string>;
}

/** One release of every remote, by version. */
export interface CombinationSpec {
  remotes: readonly {
    remote: string;
    version: string;
    /** Of a release of which nothing could be loaded, and which workers therefore need not know; else null. */
    release: Release | null;
    previous: BrowserRelease | null;
    isOff: boolean;
  }[];
  /** Parts that are left to the browser. */
  withheld: readonly RemoteModuleName[];
}

export interface RenderJob {
  /** Names the combination; workers keep what they derive from it under that. */
  key: string;
  spec: CombinationSpec;
  input: RenderInput;
  acceptEncoding: string | undefined;
}

/** A page as it is sent. */
export type RenderOutput =
  | Extract<RenderedPage, { kind: 'redirect' }>
  | (Omit<Extract<RenderedPage, { kind: 'document' }>, 'html'> & {
      body: Uint8Array<ArrayBuffer>;
      encoding: Encoded['encoding'];
    });
