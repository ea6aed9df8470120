import type { Page } from '@plaza/federation/remote';
import '../styles.css';
import { checkoutHead } from '../pages/checkout/checkout-head.ts';
import { CheckoutPage } from '../pages/checkout/checkout-page.tsx';
import { type CheckoutData, loadCheckout } from '../pages/checkout/load-checkout.ts';

const page: Page<CheckoutData> = { default: CheckoutPage, loader: loadCheckout, head: checkoutHead };

export default page.default;
export const { loader, head } = page;
