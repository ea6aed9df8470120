import type { PageProps } from '@plaza/federation/remote';
import { messages } from '../../messages.ts';
import type { CheckoutData } from './load-checkout.ts';

export function CheckoutPage(_props: PageProps<CheckoutData>) {
  return <h1 className="p-8 text-2xl font-semibold">{messages.checkoutTitle}</h1>;
}
