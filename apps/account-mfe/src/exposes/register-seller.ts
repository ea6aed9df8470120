import type { Page } from '@plaza/federation/remote';
import '../styles.css';
import type { FormData } from '../form/load-form.ts';
import { loadRegisterSeller } from '../pages/register-seller/load-register-seller.ts';
import { RegisterSellerPage } from '../pages/register-seller/register-seller-page.tsx';
import { recoveryMessages } from '../recovery/messages.ts';
import { headOf } from '../recovery/plain-page.ts';

const page: Page<FormData> = {
  default: RegisterSellerPage,
  loader: loadRegisterSeller,
  head: headOf(recoveryMessages.seller),
};

export default page.default;
export const { loader, head } = page;
