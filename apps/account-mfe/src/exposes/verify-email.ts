import type { Page } from '@plaza/federation/remote';
import '../styles.css';
import { VerifyEmailPage } from '../pages/verify-email/verify-email-page.tsx';

import { recoveryMessages } from '../recovery/messages.ts';
import { headOf, loadNothing } from '../recovery/plain-page.ts';

const page: Page<null> = {
  default: VerifyEmailPage,
  loader: loadNothing,
  head: headOf(recoveryMessages.verify),
};

export default page.default;
export const { loader, head } = page;
