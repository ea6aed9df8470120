import type { Page } from '@plaza/federation/remote';
import '../styles.css';
import { loadOverview, type OverviewData } from '../pages/overview/load-overview.ts';
import { overviewHead } from '../pages/overview/overview-head.ts';
import { OverviewPage } from '../pages/overview/overview-page.tsx';

const page: Page<OverviewData> = { default: OverviewPage, loader: loadOverview, head: overviewHead };

export default page.default;
export const { loader, head } = page;
