import type { Page } from '@plaza/federation/remote';
import '../styles.css';
import { UndoEmailPage } from '../pages/change-email/undo-email-page.tsx';

import { recoveryMessages } from '../recovery/messages.ts';
import { headOf, loadNothing } from '../recovery/plain-page.ts';

const page: Page<null> = {
  default: UndoEmailPage,
  loader: loadNothing,
  head: headOf(recoveryMessages.undoEmail),
};

export default page.default;
export const { loader, head } = page;
