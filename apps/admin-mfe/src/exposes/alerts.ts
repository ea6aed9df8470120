import type { Page } from '@plaza/federation/remote';
import '../styles.css';
import { alertsHead } from '../pages/alerts/alerts-head.ts';
import { AlertsPage } from '../pages/alerts/alerts-page.tsx';
import { type AlertsData, loadAlerts } from '../pages/alerts/load-alerts.ts';

const page: Page<AlertsData> = { default: AlertsPage, loader: loadAlerts, head: alertsHead };

export default page.default;
export const { loader, head } = page;
