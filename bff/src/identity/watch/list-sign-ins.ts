import type { SignInAttempt } from '@plaza/contracts';
import type { Query } from '../../platform/query.ts';
import { describeDevice } from '../describe-device.ts';
import { type EventsPage, listEvents } from './sign-in-event.repository.ts';

/** Attempts to sign in to an account, newest first, as its owner sees them. */
export async function listSignIns(
  query: Query,
  { accountId, ...page }: EventsPage & { accountId: string },
): Promise<SignInAttempt[]> {
  const events = await listEvents(query, { accountId }, page);
  return events.map(({ id, at, place, userAgent, method, outcome }) => ({
    id,
    at: at.toISOString(),
    device: describeDevice(userAgent),
    place,
    method,
    outcome,
  }));
}
