import type { Page } from '@plaza/federation/remote';
import '../styles.css';
import { ResetPasswordPage } from '../pages/reset-password/reset-password-page.tsx';

import { recoveryMessages } from '../recovery/messages.ts';
import { headOf, loadNothing } from '../recovery/plain-page.ts';

const page: Page<null> = {
  default: ResetPasswordPage,
  loader: loadNothing,
  head: headOf(recoveryMessages.reset),
};

export default page.default;
export const { loader, head } = page;
