import type { Page } from '@plaza/federation/remote';
import '../styles.css';
import { loadReleases, type ReleasesData } from '../pages/releases/load-releases.ts';
import { releasesHead } from '../pages/releases/releases-head.ts';
import { ReleasesPage } from '../pages/releases/releases-page.tsx';

const page: Page<ReleasesData> = { default: ReleasesPage, loader: loadReleases, head: releasesHead };

export default page.default;
export const { loader, head } = page;
