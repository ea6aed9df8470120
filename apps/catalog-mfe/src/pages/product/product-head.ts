import type { HeadInput, PageHead } from '@plaza/federation/remote';
import { messages } from '../../messages.ts';
import type { ProductData } from './load-product.ts';

export function productHead(_input: HeadInput<ProductData>): PageHead {
  return { title: messages.productTitle };
}
