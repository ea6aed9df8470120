import type { AlertDetail } from '@plaza/contracts';
import type { Services } from '../../platform/services.ts';
import { notFound } from '../../platform/trpc.ts';
import { describeDevice } from '../describe-device.ts';
import { type AlertRecord, findAlert } from './alert.repository.ts';
import { listEvents } from './sign-in-event.repository.ts';
import { toAlert } from './to-alert.ts';

/** An alert with the latest attempts by whom it is about. @throws NOT_FOUND */
export async function getAlert({ database, sealing }: Services, alertId: string): Promise<AlertDetail> {
  const record = await findAlert(database.client, alertId);
  if (!record) throw notFound('alert');
  const events = await listEvents(database.client, whomOf(record));
  return {
    alert: toAlert(record, sealing),
    attempts: events.map(({ userAgent, at, ...event }) => ({
      ...event,
      at: at.toISOString(),
      device: describeDevice(userAgent),
    })),
  };
}

function whomOf({ subjectKind, subjectKey }: AlertRecord): Parameters<typeof listEvents>[1] {
  if (subjectKind === 'account') return { accountId: subjectKey };
  return subjectKind === 'network' ? { networkKey: subjectKey } : 'market';
}
