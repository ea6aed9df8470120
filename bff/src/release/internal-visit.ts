import { isInternalPass, signInternalPass } from '@plaza/edge/internal-pass';
import type { Services } from '../platform/services.ts';
import type { Visitor } from '../platform/trpc.ts';

const PASS_MS = 30 * 86_400_000;

/** Whether this browser gets canaries for `internal`; the shell goes by the same cookie. */
export const readInternalVisit = ({ env, clock }: Services, visitor: Visitor) => ({
  isJoined: isInternalPass(env.INTERNAL_TOKEN, visitor.readCookie('internal') ?? undefined, clock.now()),
});

/** Lets this browser get them, for thirty days. */
export function joinInternal({ env, clock }: Services, visitor: Visitor) {
  const expiresAt = new Date(clock.now().getTime() + PASS_MS);
  visitor.writeCookie('internal', signInternalPass(env.INTERNAL_TOKEN, expiresAt), expiresAt);
  return { isJoined: true };
}

export function leaveInternal(visitor: Visitor) {
  visitor.writeCookie('internal', null, new Date(0));
  return { isJoined: false };
}
