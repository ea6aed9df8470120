import type { Page } from '@plaza/federation/remote';
import '../styles.css';
import { loadPlatform, type PlatformData } from '../pages/platform/load-platform.ts';
import { platformHead } from '../pages/platform/platform-head.ts';
import { PlatformPage } from '../pages/platform/platform-page.tsx';

const page: Page<PlatformData> = { default: PlatformPage, loader: loadPlatform, head: platformHead };

export default page.default;
export const { loader, head } = page;
