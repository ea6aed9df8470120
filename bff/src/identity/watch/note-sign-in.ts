import { type AuthMethod, newId, type SignInOutcome } from '@plaza/contracts';
import { neighbourhoodOf } from '@plaza/edge/remote-address';
import { createBatcher } from '../../platform/batch.ts';
import type { Services } from '../../platform/services.ts';
import type { Context } from '../../platform/trpc.ts';
import { detectOnFailure, detectOnRegistration, detectOnSuccess } from './detect.ts';
import type { Finding } from './detection.ts';
import { NETWORK_CONTEXT, raiseAlert } from './raise-alert.ts';
import { insertEvents, type SignInEvent } from './sign-in-event.repository.ts';

/** What the address of an attempt is sealed as. */
const EVENT_ADDRESS_CONTEXT = 'sign_in_event.address';
const EVENT_EMAIL_CONTEXT = 'sign_in_event.email';
const MAX_USER_AGENT = 300;
const MAX_AT_ONCE = 500;
const MAX_WAITING = 10_000;
/** What is refused without a look at the password is noted so often for an account and a network, and no more. */
const REPEATED_EVERY_MS = 60_000;

export interface Attempt {
  /** Null when nobody has the address, or nobody has looked. */
  accountId: string | null;
  /** Whom somebody says to be: an e-mail address, or where none is known what a passkey or a provider calls them. */
  claim: string;
  method: AuthMethod;
  outcome: SignInOutcome;
  isKnownBrowser: boolean;
}

/**
 * Takes note of an attempt to sign in, and lets the watch look at it. Returns at once: whoever signs in does not wait, and
 * cannot tell by the time taken what was noted.
 */
export const noteSignIn = (ctx: Context, attempt: Attempt): void =>
  inBackground(ctx.services, () => note(ctx, attempt));

/** Lets the watch know of an account that is opened. */
export const noteRegistration = ({ services, visitor }: Context, email: string): void =>
  inBackground(services, () =>
    detectOnRegistration(services, {
      accountKey: keyOf(services, email),
      remoteAddress: visitor.remoteAddress,
    }),
  );

/** Raises an alert about an account without keeping its owner waiting. */
export const noteFinding = (services: Services, finding: Finding, accountId: string): void =>
  inBackground(services, () => raiseAlert(services, finding, { accountId }));

const keyOf = ({ sealing }: Services, claim: string) => sealing.blindIndex(claim, EVENT_EMAIL_CONTEXT);

async function note({ services, visitor }: Context, attempt: Attempt): Promise<void> {
  const { remoteAddress } = visitor;
  const accountKey = keyOf(services, attempt.claim);
  const event = toEvent(services, visitor, attempt, accountKey);
  if (isRefusedUnseen(attempt.outcome)) {
    const key = `noted:${attempt.outcome}:${accountKey}:${event.networkKey}`;
    if (!(await services.once.claim(key, REPEATED_EVERY_MS))) return;
  }
  await inserterOf(services)(event);
  if (attempt.outcome === 'refused') await detectOnFailure(services, { accountKey, remoteAddress });
  if (attempt.outcome === 'signed_in' && attempt.accountId !== null) {
    const { accountId, isKnownBrowser } = attempt;
    await detectOnSuccess(services, { accountId, accountKey, remoteAddress, isKnownBrowser });
  }
}

const isRefusedUnseen = (outcome: SignInOutcome) =>
  outcome === 'too_many_attempts' || outcome === 'puzzle_asked';

function toEvent(
  { sealing, clock, places }: Services,
  { remoteAddress, userAgent }: Context['visitor'],
  { accountId, method, outcome, isKnownBrowser }: Attempt,
  emailKey: string,
): SignInEvent {
  return {
    id: newId(),
    accountId,
    emailKey,
    address: sealing.seal(remoteAddress, EVENT_ADDRESS_CONTEXT),
    addressKey: sealing.blindIndex(remoteAddress, EVENT_ADDRESS_CONTEXT),
    networkKey: sealing.blindIndex(neighbourhoodOf(remoteAddress), NETWORK_CONTEXT),
    place: places.find(remoteAddress)?.label ?? null,
    userAgent: userAgent.slice(0, MAX_USER_AGENT),
    method,
    outcome,
    isKnownBrowser,
    at: clock.now(),
  };
}

type Insert = (event: SignInEvent) => Promise<true>;
const inserters = new WeakMap<Services['database'], Insert>();
/** One for each process: attempts of the same moment are written by one statement. */
function inserterOf({ database }: Services): Insert {
  const made =
    inserters.get(database) ??
    createBatcher<SignInEvent, true>(
      async (events) => {
        await insertEvents(database.client, events);
        return events.map(() => true);
      },
      { maxSize: MAX_AT_ONCE, maxWaiting: MAX_WAITING, keyOf: ({ id }) => id },
    );
  inserters.set(database, made);
  return made;
}

const running = new WeakMap<Services['database'], Set<Promise<void>>>();

function inBackground({ database, log }: Services, work: () => Promise<void>): void {
  const own = running.get(database) ?? new Set();
  running.set(database, own);
  const done: Promise<void> = work()
    .catch((error: unknown) => log.error({ err: error }, 'the watch missed something'))
    .finally(() => own.delete(done));
  own.add(done);
}

/** Waits until everything that was noted is written and looked at. */
export async function settleWatch({ database }: Pick<Services, 'database'>): Promise<void> {
  await Promise.all(running.get(database) ?? []);
}
