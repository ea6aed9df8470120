import type { alertListResult, listAlertsInput } from '@plaza/contracts';
import type { z } from 'zod';
import type { Services } from '../../platform/services.ts';
import { countOpenAlerts, findAlerts } from './alert.repository.ts';
import { toAlert } from './to-alert.ts';

/** A page of alerts, newest first. */
export async function listAlerts(
  { database, sealing }: Services,
  { status, kind, olderThan, newerThan, pageSize }: z.output<typeof listAlertsInput>,
): Promise<z.output<typeof alertListResult>> {
  // One more than is shown tells whether there is a page beyond.
  const [found, openCount] = await Promise.all([
    findAlerts(database.client, {
      status,
      kind,
      olderThan: newerThan === undefined ? olderThan : undefined,
      newerThan,
      limit: pageSize + 1,
    }),
    countOpenAlerts(database.client),
  ]);
  const isMore = found.length > pageSize;
  const page = found.slice(0, pageSize);
  const shown = newerThan === undefined ? page : page.reverse();
  const hasNewer = newerThan === undefined ? olderThan !== undefined : isMore;
  const hasOlder = newerThan === undefined ? isMore : true;
  return {
    items: shown.map((record) => toAlert(record, sealing)),
    newerThan: (hasNewer && shown[0]?.id) || null,
    olderThan: (hasOlder && shown.at(-1)?.id) || null,
    openCount,
  };
}
