import type { Page } from '@plaza/federation/remote';
import '../styles.css';
import { loadRelease, type ReleaseData } from '../pages/release/load-release.ts';
import { releaseHead } from '../pages/release/release-head.ts';
import { ReleasePage } from '../pages/release/release-page.tsx';

const page: Page<ReleaseData> = { default: ReleasePage, loader: loadRelease, head: releaseHead };

export default page.default;
export const { loader, head } = page;
