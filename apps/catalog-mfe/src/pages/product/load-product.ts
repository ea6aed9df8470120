import type { ProductDetail } from '@plaza/contracts';
import type { LoaderInput, LoaderResult } from '@plaza/federation/remote';
import { isSlug } from '../../slug.ts';

export type ProductData = ProductDetail;

export async function loadProduct({ api, params }: LoaderInput): LoaderResult<ProductData> {
  const slug = params.productSlug ?? '';
  if (!isSlug(slug)) return { kind: 'not_found' };
  const product = await api.catalog.product.query({ slug });
  return product ? { kind: 'ok', data: product } : { kind: 'not_found' };
}
