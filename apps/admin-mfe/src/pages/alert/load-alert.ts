import type { LoaderInput, LoaderResult } from '@plaza/federation/remote';
import { type Denied, loadForStaff } from '../../shared/load-for-staff.ts';

const fetchAlert = (api: LoaderInput['api'], alertId: string) => api.watch.alert.query({ alertId });

/** One alert with its latest attempts; or why there is nothing to see. */
export type AlertData = Awaited<ReturnType<typeof fetchAlert>> | Denied;

export const loadAlert = ({ api, params }: LoaderInput): LoaderResult<AlertData> =>
  loadForStaff(() => fetchAlert(api, params.alertId ?? ''));
