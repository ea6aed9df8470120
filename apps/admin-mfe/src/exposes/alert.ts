import type { Page } from '@plaza/federation/remote';
import '../styles.css';
import { alertHead } from '../pages/alert/alert-head.ts';
import { AlertPage } from '../pages/alert/alert-page.tsx';
import { type AlertData, loadAlert } from '../pages/alert/load-alert.ts';

const page: Page<AlertData> = { default: AlertPage, loader: loadAlert, head: alertHead };

export default page.default;
export const { loader, head } = page;
