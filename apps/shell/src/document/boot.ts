import type { PageLocation, RemoteModuleName } from '@plaza/contracts/remotes';
import type { PageOutcome } from '../pages/page-outcome.ts';
import type { BrowserRegistry } from '../remotes/remotes.ts';

/** The element of the document that holds `Boot` as JSON. */
export const BOOT_ID = 'plaza-boot';
export const ROOT_ID = 'root';
/** Where an open page asks which releases it would get now; answers `versionTag` of the boot data. */
export const VERSION_TAG_PATH = '/version-tag';

/** What the server hands to the browser, so that it can go on where the server stopped. */
export interface Boot {
  registry: BrowserRegistry;
  /** Parts that are missing from this document because the server could not load them. */
  absent: RemoteModuleName[];
  /** Names the releases of this document and the shell's own: another one is there when the server names another. */
  versionTag: string;
  /** The page's data, fetched once, by the server; null where no route matched. */
  page: { location: PageLocation; outcome: PageOutcome } | null;
  /** Which trials this visitor takes part in, for the events of this page; see `trialTag`. */
  trials: readonly string[];
  /** Releases that somebody has chosen for themselves, as `<frontend>@<version>` or `<frontend>@off`. */
  overrides: readonly string[];
}

/** What is this document's alone, and not of all with the same releases and parts. */
export type OwnBoot = Pick<Boot, 'page' | 'trials' | 'overrides'>;

/** JSON that can stand inside of a script element. */
export const toScriptJson = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');
