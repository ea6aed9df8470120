import type { Page } from '@plaza/federation/remote';
import '../styles.css';
import { loadVerification, type Verification } from '../pages/verify-receipt/load-verification.ts';
import { verifyReceiptHead } from '../pages/verify-receipt/verify-receipt-head.ts';
import { VerifyReceiptPage } from '../pages/verify-receipt/verify-receipt-page.tsx';

const page: Page<Verification> = {
  default: VerifyReceiptPage,
  loader: loadVerification,
  head: verifyReceiptHead,
};

export default page.default;
export const { loader, head } = page;
