import type { DeviceSession } from '@plaza/contracts';
import type { Services } from '../platform/services.ts';
import type { Session } from '../platform/trpc.ts';
import { describeDevice } from './describe-device.ts';
import { listSessionsOf } from './session.repository.ts';

/** The browsers that are signed in to the account, the one that was used last first. */
export async function listSessions({
  services,
  session,
}: {
  services: Services;
  session: Session;
}): Promise<DeviceSession[]> {
  const rows = await listSessionsOf(services.database.client, session.account.id, services.clock.now());
  return rows.map(({ userAgent, place, session: { publicId, methods, startedAt, lastSeenAt } }) => ({
    id: publicId,
    isCurrent: publicId === session.id,
    device: describeDevice(userAgent),
    place,
    methods,
    startedAt: startedAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
  }));
}
