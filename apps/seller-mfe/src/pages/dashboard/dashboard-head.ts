import type { HeadInput, PageHead } from '@plaza/federation/remote';
import type { DashboardData } from './load-dashboard.ts';
import { dashboardMessages } from './messages.ts';

export function dashboardHead(_input: HeadInput<DashboardData>): PageHead {
  return { title: dashboardMessages.title, noIndex: true };
}
