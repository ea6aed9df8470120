import type { Page } from '@plaza/federation/remote';
import '../styles.css';
import { dashboardHead } from '../pages/dashboard/dashboard-head.ts';
import { DashboardPage } from '../pages/dashboard/dashboard-page.tsx';
import { type DashboardData, loadDashboard } from '../pages/dashboard/load-dashboard.ts';

const page: Page<DashboardData> = { default: DashboardPage, loader: loadDashboard, head: dashboardHead };

export default page.default;
export const { loader, head } = page;
