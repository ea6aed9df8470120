import { alertKindSchema, alertStatusSchema, idSchema } from '@plaza/contracts';
import type { LoaderInput, LoaderResult } from '@plaza/federation/remote';
import { type Denied, loadForStaff } from '../../shared/load-for-staff.ts';

/** The list as the address asks for it: `status`, `kind`, and where the page begins. */
export function alertsInput(search: Readonly<Record<string, string>>) {
  const status = alertStatusSchema.safeParse(search.status);
  const kind = alertKindSchema.safeParse(search.kind);
  const olderThan = idSchema.safeParse(search.olderThan);
  const newerThan = idSchema.safeParse(search.newerThan);
  return {
    ...(status.success && { status: status.data }),
    ...(kind.success && { kind: kind.data }),
    ...(olderThan.success && { olderThan: olderThan.data }),
    ...(newerThan.success && { newerThan: newerThan.data }),
  };
}

const fetchAlerts = (api: LoaderInput['api'], search: LoaderInput['search']) =>
  api.watch.alerts.query(alertsInput(search));

/** A page of alerts; or why there is nothing to see. */
export type AlertsData = { alerts: Awaited<ReturnType<typeof fetchAlerts>> } | Denied;

export const loadAlerts = ({ api, search }: LoaderInput): LoaderResult<AlertsData> =>
  loadForStaff(async () => ({ alerts: await fetchAlerts(api, search) }));
