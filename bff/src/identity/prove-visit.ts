import type { AuthMethod } from '@plaza/contracts';
import { TRPCError } from '@trpc/server';
import type { Context } from '../platform/trpc.ts';
import { proveSession, rotateSession } from './sessions.ts';

/** Takes note that it was shown anew who is in front of this browser, which gets a new token. */
export async function proveVisit(
  { services, visitor }: Context,
  methods: readonly AuthMethod[],
): Promise<void> {
  if (visitor.sessionToken === null) return;
  const renewed = await proveSession(services, visitor.sessionToken, methods);
  if (!renewed) throw new TRPCError({ code: 'UNAUTHORIZED', message: 'Sign in to continue.' });
  visitor.setSession(renewed.token, renewed.expiresAt);
}

/**
 * Gives this browser a new token for its session: whoever has read the old one is left with nothing.
 * @param methods what was shown with the change that this is for
 */
export async function rotateVisit(
  { services, visitor }: Context,
  methods: readonly AuthMethod[] = [],
): Promise<void> {
  if (visitor.sessionToken === null) return;
  const renewed = await rotateSession(services, visitor.sessionToken, methods);
  if (renewed) visitor.setSession(renewed.token, renewed.expiresAt);
}
