import type { Page } from '@plaza/federation/remote';
import '../styles.css';
import { loadReconciliation, type ReconciliationData } from '../pages/reconciliation/load-reconciliation.ts';
import { reconciliationHead } from '../pages/reconciliation/reconciliation-head.ts';
import { ReconciliationPage } from '../pages/reconciliation/reconciliation-page.tsx';

const page: Page<ReconciliationData> = {
  default: ReconciliationPage,
  loader: loadReconciliation,
  head: reconciliationHead,
};

export default page.default;
export const { loader, head } = page;
