import type { HeadInput, PageHead } from '@plaza/federation/remote';
import { messages } from '../../messages.ts';
import type { CheckoutData } from './load-checkout.ts';

export function checkoutHead(_input: HeadInput<CheckoutData>): PageHead {
  return { title: messages.titleOf(messages.checkout.title), noIndex: true };
}
