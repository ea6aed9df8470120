import type { PageHead, PageLocation } from '@plaza/contracts/remotes';

/** What became of a page: its data, or why there is none. */
export type PageOutcome =
  | { kind: 'ok'; data: unknown }
  | { kind: 'not_found' }
  | { kind: 'redirect'; href: string }
  /** The remote could not be loaded, or its data could not be fetched. Trying again may help. */
  | { kind: 'unavailable'; cause: 'remote' | 'data' }
  /** The remote is switched off, until somebody switches it on again. */
  | { kind: 'off' };

export interface LoadedPage {
  location: PageLocation;
  outcome: PageOutcome;
  /** For the document's head; null where the page could not say. */
  head: PageHead | null;
}

/** HTTP status of a page. A remote that is away is a state of the service, not a mistake of the shell. */
export function statusOf(outcome: PageOutcome): 200 | 302 | 404 | 503 {
  switch (outcome.kind) {
    case 'ok':
      return 200;
    case 'redirect':
      return 302;
    case 'not_found':
      return 404;
    case 'unavailable':
    case 'off':
      return 503;
  }
}
