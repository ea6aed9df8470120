import type { Page } from '@plaza/federation/remote';
import '../styles.css';
import { loadOpenShop, type OpenShopData } from '../pages/open-shop/load-open-shop.ts';
import { OpenShopPage } from '../pages/open-shop/open-shop-page.tsx';
import { recoveryMessages } from '../recovery/messages.ts';
import { headOf } from '../recovery/plain-page.ts';

const page: Page<OpenShopData> = {
  default: OpenShopPage,
  loader: loadOpenShop,
  head: headOf(recoveryMessages.openShop),
};

export default page.default;
export const { loader, head } = page;
