import type { LoaderInput, LoaderResult } from '@plaza/federation/remote';
import { loadForStaff } from '../../shared/load-for-staff.ts';

const fetchAlert = (api: LoaderInput['api'], alertId: string) => api.watch.alert.query({ alertId });

/** One alert with its latest attempts; null for an account without the role. */
export type AlertData = Awaited<ReturnType<typeof fetchAlert>> | null;

export const loadAlert = ({ api, params }: LoaderInput): LoaderResult<AlertData> =>
  loadForStaff(() => fetchAlert(api, params.alertId ?? ''));
