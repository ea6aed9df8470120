import type { Page } from '@plaza/federation/remote';
import '../styles.css';
import { auditHead } from '../pages/audit/audit-head.ts';
import { AuditPage } from '../pages/audit/audit-page.tsx';
import { type AuditData, loadAudit } from '../pages/audit/load-audit.ts';

const page: Page<AuditData> = { default: AuditPage, loader: loadAudit, head: auditHead };

export default page.default;
export const { loader, head } = page;
