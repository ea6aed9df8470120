import type { Page } from '@plaza/federation/remote';
import '../styles.css';
import { ConfirmEmailPage } from '../pages/change-email/confirm-email-page.tsx';

import { recoveryMessages } from '../recovery/messages.ts';
import { headOf, loadNothing } from '../recovery/plain-page.ts';

const page: Page<null> = {
  default: ConfirmEmailPage,
  loader: loadNothing,
  head: headOf(recoveryMessages.confirmEmail),
};

export default page.default;
export const { loader, head } = page;
