import type { Services } from '../platform/services.ts';
import { notFound, type Session, type Visitor } from '../platform/trpc.ts';
import { deleteDevices } from './factors/public.ts';
import { endSessionsOf } from './sessions.ts';
import { hashToken } from './tokens.ts';

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

/** Signs every other browser of the account out, and asks each for the second proof again. Answers how many were signed in. */
export async function endOtherSessions({
  services,
  session,
  visitor,
}: Asker & { visitor: Visitor }): Promise<{ endedCount: number }> {
  const accountId = session.account.id;
  const device = visitor.readCookie('device');
  await deleteDevices(services.database.client, {
    accountId,
    ...(device !== null && { exceptTokenHash: hashToken(device) }),
  });
  const endedCount = await endSessionsOf(services, { accountId, exceptId: session.id });
  return { endedCount };
}
