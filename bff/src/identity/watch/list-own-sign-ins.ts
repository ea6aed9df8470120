import type { OwnSignIn } from '@plaza/contracts';
import type { Services } from '../../platform/services.ts';
import type { Session } from '../../platform/trpc.ts';
import { describeDevice } from '../describe-device.ts';
import { listEvents } from './sign-in-event.repository.ts';

/** The latest attempts to sign in to the asker's account, newest first. */
export async function listOwnSignIns({
  services,
  session,
}: {
  services: Services;
  session: Session;
}): Promise<OwnSignIn[]> {
  const events = await listEvents(services.database.client, { accountId: session.account.id });
  return events.map(({ id, at, place, userAgent, method, outcome }) => ({
    id,
    at: at.toISOString(),
    device: describeDevice(userAgent),
    place,
    method,
    outcome,
  }));
}
