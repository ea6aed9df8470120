import type { PageProps } from '@plaza/federation/remote';
import { messages } from '../../messages.ts';
import type { ProductData } from './load-product.ts';

export function ProductPage(_props: PageProps<ProductData>) {
  return <h1 className="p-8 text-2xl font-semibold">{messages.productTitle}</h1>;
}
