import type { Page } from '@plaza/federation/remote';
import '../styles.css';
import { confirmationHead } from '../pages/confirmation/confirmation-head.ts';
import { ConfirmationPage } from '../pages/confirmation/confirmation-page.tsx';
import { type ConfirmationData, loadConfirmation } from '../pages/confirmation/load-confirmation.ts';

const page: Page<ConfirmationData> = {
  default: ConfirmationPage,
  loader: loadConfirmation,
  head: confirmationHead,
};

export default page.default;
export const { loader, head } = page;
