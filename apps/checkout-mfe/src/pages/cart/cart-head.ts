import type { HeadInput, PageHead } from '@plaza/federation/remote';
import { messages } from '../../messages.ts';
import type { CartData } from './load-cart.ts';

export function cartHead(_input: HeadInput<CartData>): PageHead {
  return { title: messages.titleOf(messages.cart.title), noIndex: true };
}
