import type { Services } from '../platform/services.ts';
import { notFound, type Session } from '../platform/trpc.ts';
import { endSessionsOf } from './sessions.ts';

interface Asker {
  services: Services;
  session: Session;
}

/**
 * Signs one browser of the account out, at once and everywhere.
 * @throws NOT_FOUND when the account has no such session
 */
export async function endOneSession(
  { services, session }: Asker,
  { sessionId }: { sessionId: string },
): Promise<null> {
  const accountId = session.account.id;
  const ended = await endSessionsOf(services, { accountId, onlyId: sessionId });
  if (ended === 0) throw notFound('session');
  return null;
}

/** Signs every other browser of the account out. Answers how many there were. */
export async function endOtherSessions({ services, session }: Asker): Promise<{ endedCount: number }> {
  const accountId = session.account.id;
  const endedCount = await endSessionsOf(services, { accountId, exceptId: session.id });
  return { endedCount };
}
