import type { Page } from '@plaza/federation/remote';
import '../styles.css';
import { loadSecurity, type SecurityData } from '../pages/security/load-security.ts';
import { securityHead } from '../pages/security/security-head.ts';
import { SecurityPage } from '../pages/security/security-page.tsx';

const page: Page<SecurityData> = { default: SecurityPage, loader: loadSecurity, head: securityHead };

export default page.default;
export const { loader, head } = page;
