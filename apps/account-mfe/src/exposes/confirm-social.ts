import type { PendingSocial } from '@plaza/contracts';
import type { Page } from '@plaza/federation/remote';
import '../styles.css';
import { confirmSocialHead } from '../pages/confirm-social/confirm-social-head.ts';
import { ConfirmSocialPage } from '../pages/confirm-social/confirm-social-page.tsx';
import { loadConfirmSocial } from '../pages/confirm-social/load-confirm-social.ts';

const page: Page<PendingSocial> = {
  default: ConfirmSocialPage,
  loader: loadConfirmSocial,
  head: confirmSocialHead,
};

export default page.default;
export const { loader, head } = page;
