import type { Page } from '@plaza/federation/remote';
import '../styles.css';
import { loadReceipt, type ReceiptData } from '../pages/receipt/load-receipt.ts';
import { receiptHead } from '../pages/receipt/receipt-head.ts';
import { ReceiptPage } from '../pages/receipt/receipt-page.tsx';

const page: Page<ReceiptData> = { default: ReceiptPage, loader: loadReceipt, head: receiptHead };

export default page.default;
export const { loader, head } = page;
