import type { Page } from '@plaza/federation/remote';
import '../styles.css';
import { loadPrivacy, type PrivacyData } from '../pages/privacy/load-privacy.ts';
import { privacyHead } from '../pages/privacy/privacy-head.ts';
import { PrivacyPage } from '../pages/privacy/privacy-page.tsx';

const page: Page<PrivacyData> = { default: PrivacyPage, loader: loadPrivacy, head: privacyHead };

export default page.default;
export const { loader, head } = page;
