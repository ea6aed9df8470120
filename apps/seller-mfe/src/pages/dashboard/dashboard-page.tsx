import type { PageProps } from '@plaza/federation/remote';
import { messages } from '../../messages.ts';
import type { DashboardData } from './load-dashboard.ts';

export function DashboardPage(_props: PageProps<DashboardData>) {
  return <h1 className="p-8 text-2xl font-semibold">{messages.dashboardTitle}</h1>;
}
