import type { Page } from '@plaza/federation/remote';
import '../styles.css';
import { stopReportHead } from '../pages/stop-report/stop-report-head.ts';
import { StopReportPage } from '../pages/stop-report/stop-report-page.tsx';

const page: Page<null> = {
  default: StopReportPage,
  loader: async () => ({ kind: 'ok', data: null }),
  head: stopReportHead,
};

export default page.default;
export const { loader, head } = page;
