import type { Context } from '../platform/trpc.ts';
import { endSession } from './sessions.ts';

/** Ends the browser's session here and there; nothing happens without one. */
export async function signOut({ services, visitor }: Context): Promise<null> {
  if (visitor.sessionToken) await endSession(services, visitor.sessionToken);
  visitor.clearSession();
  return null;
}
