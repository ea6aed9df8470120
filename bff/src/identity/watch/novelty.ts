import type { Place } from '../../platform/places.ts';
import { type Finding, findImpossibleTravel } from './detection.ts';
import type { KnownBrowser } from './known-browser.repository.ts';

const NEW_ACCOUNT_MS = 7 * 86_400_000;

/** What is new about a sign-in that succeeded. */
export interface Novelty {
  isKnown: boolean;
  /** To be told to the owner. */
  isNotable: boolean;
  travel: Finding | null;
}

/**
 * Compares a sign-in with the browsers in which the account was used before. The first browser of a young account is not
 * worth a mail: it is the one that registered.
 * @param input.browsers all that are remembered of the account, those included that its owner has disowned
 */
export function judgeNovelty(input: {
  browsers: readonly KnownBrowser[];
  tokenHash: string | null;
  place: Place | null;
  openedAt: Date;
  now: Date;
}): Novelty {
  const { browsers, tokenHash, place, openedAt, now } = input;
  const trusted = browsers.filter((browser) => browser.revokedAt === null && browser.expiresAt > now);
  const isKnown = trusted.some((browser) => browser.tokenHash === tokenHash);
  const isFirst = browsers.length === 0 && now.getTime() - openedAt.getTime() < NEW_ACCOUNT_MS;
  const countries = new Set(trusted.flatMap((browser) => browser.countries));
  const isNewPlace = place !== null && countries.size > 0 && !countries.has(place.country);
  const travel = place && findTravel(trusted, place, now);
  return { isKnown, isNotable: travel !== null || (isKnown ? isNewPlace : !isFirst), travel };
}

function findTravel(browsers: readonly KnownBrowser[], place: Place, now: Date): Finding | null {
  const [last] = browsers
    .filter((browser) => browser.lastPlace !== null)
    .sort((one, other) => other.lastSeenAt.getTime() - one.lastSeenAt.getTime());
  if (!last?.lastPlace) return null;
  return findImpossibleTravel({ ...last.lastPlace, at: last.lastSeenAt }, { ...place, at: now });
}
