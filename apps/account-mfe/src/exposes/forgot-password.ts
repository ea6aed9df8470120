import type { Page } from '@plaza/federation/remote';
import '../styles.css';
import { ForgotPasswordPage } from '../pages/forgot-password/forgot-password-page.tsx';

import { recoveryMessages } from '../recovery/messages.ts';
import { headOf, loadNothing } from '../recovery/plain-page.ts';

const page: Page<null> = {
  default: ForgotPasswordPage,
  loader: loadNothing,
  head: headOf(recoveryMessages.forgot),
};

export default page.default;
export const { loader, head } = page;
