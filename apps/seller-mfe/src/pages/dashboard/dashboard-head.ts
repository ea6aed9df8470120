import type { HeadInput, PageHead } from '@plaza/federation/remote';
import { messages } from '../../messages.ts';
import type { DashboardData } from './load-dashboard.ts';

export function dashboardHead(_input: HeadInput<DashboardData>): PageHead {
  return { title: messages.dashboard.title, noIndex: true };
}
