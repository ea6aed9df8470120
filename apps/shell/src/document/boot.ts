import type { PageLocation, RemoteModuleName } from '@plaza/contracts/remotes';
import type { PageOutcome } from '../pages/page-outcome.ts';
import type { BrowserRegistry } from '../remotes/remotes.ts';

/** The element of the document that holds `Boot` as JSON. */
export const BOOT_ID = 'plaza-boot';
export const ROOT_ID = 'root';

/** What the server hands to the browser, so that it can go on where the server stopped. */
export interface Boot {
  registry: BrowserRegistry;
  /** Parts that are missing from this document because the server could not load them. */
  absent: RemoteModuleName[];
  /** The page's data, fetched once, by the server; null where no route matched. */
  page: { location: PageLocation; outcome: PageOutcome } | null;
}

/** JSON that can stand inside of a script element. */
export const toScriptJson = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');
