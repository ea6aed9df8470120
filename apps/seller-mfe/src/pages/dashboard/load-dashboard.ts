import type { LoaderInput, LoaderResult } from '@plaza/federation/remote';

export type DashboardData = Record<string, never>;

export async function loadDashboard(_input: LoaderInput): LoaderResult<DashboardData> {
  return { kind: 'ok', data: {} };
}
