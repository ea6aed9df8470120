import { networkOf } from '@plaza/edge/remote-address';
import type { LimitRule } from '../platform/rate-limits.ts';
import type { Context } from '../platform/trpc.ts';
import { EMAIL_CONTEXT } from './account-record.ts';
import { hashToken } from './tokens.ts';
import { isBrowserKnown } from './watch/known-browser.repository.ts';
import { isSignInThrottled } from './watch/throttle.ts';

// Failures only: a success gives its use back. Whoever guesses is slowed by puzzles, and bounded by the rules for their
// address, for the account from their address, and for the account from anywhere.
const FROM_ADDRESS: LimitRule = { name: 'sign-in-address', points: 60, durationS: 600 };
const ON_ACCOUNT_FROM_ADDRESS: LimitRule = { name: 'sign-in-account-address', points: 8, durationS: 600 };
const ON_ACCOUNT: LimitRule = { name: 'sign-in-account', points: 100, durationS: 3600 };
/** From an address about which the watch has noticed something. */
const FROM_NOTICED_ADDRESS: LimitRule = { name: 'sign-in-noticed-address', points: 10, durationS: 600 };
/** A browser in which the account was used before has this budget of its own, and no other: nobody else can use it up. */
const FROM_KNOWN_BROWSER: LimitRule = { name: 'sign-in-known-browser', points: 10, durationS: 900 };
/** So many failures, and the next attempt needs a puzzle solved. */
const BEFORE_PUZZLE: LimitRule = { name: 'sign-in-puzzle', points: 3, durationS: 3600 };

/** Which limits an attempt to sign in counts against. */
export interface SignInLimits {
  isKnownBrowser: boolean;
  isPuzzleDue: boolean;
  uses: readonly (readonly [LimitRule, key: string])[];
  /** What a failure counts against besides. */
  puzzles: readonly (readonly [LimitRule, key: string])[];
}

/** The limits of an attempt, whether the address has an account or not. */
export async function readSignInLimits({ services, visitor }: Context, email: string): Promise<SignInLimits> {
  const { database, sealing, clock, rateLimits } = services;
  const accountKey = hashToken(email);
  const token = visitor.readCookie('browser');
  const tokenHash = token && hashToken(token);
  const emailIndex = sealing.blindIndex(email, EMAIL_CONTEXT);
  const isKnownBrowser =
    tokenHash !== null &&
    (await isBrowserKnown(database.client, { emailIndex, tokenHash, now: clock.now() }));
  if (isKnownBrowser) {
    const key = `${accountKey}:${tokenHash}`;
    const isPuzzleDue = (await rateLimits.remaining(BEFORE_PUZZLE, key)) === 0;
    return {
      isKnownBrowser,
      isPuzzleDue,
      uses: [[FROM_KNOWN_BROWSER, key]],
      puzzles: [[BEFORE_PUZZLE, key]],
    };
  }
  const address = networkOf(visitor.remoteAddress);
  const puzzles = [
    [BEFORE_PUZZLE, `account:${accountKey}`],
    [BEFORE_PUZZLE, `address:${address}`],
  ] as const;
  const [isNoticed, ...left] = await Promise.all([
    isSignInThrottled(services, visitor.remoteAddress),
    ...puzzles.map(([rule, key]) => rateLimits.remaining(rule, key)),
  ]);
  return {
    isKnownBrowser,
    isPuzzleDue: isNoticed || left.includes(0),
    uses: [
      [FROM_ADDRESS, address],
      ...(isNoticed ? [[FROM_NOTICED_ADDRESS, address] as const] : []),
      [ON_ACCOUNT_FROM_ADDRESS, `${accountKey}:${address}`],
      [ON_ACCOUNT, accountKey],
    ],
    puzzles,
  };
}
