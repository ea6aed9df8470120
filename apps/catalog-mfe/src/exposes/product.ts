import type { Page } from '@plaza/federation/remote';
import '../styles.css';
import { loadProduct, type ProductData } from '../pages/product/load-product.ts';
import { productHead } from '../pages/product/product-head.ts';
import { ProductPage } from '../pages/product/product-page.tsx';

const page: Page<ProductData> = { default: ProductPage, loader: loadProduct, head: productHead };

export default page.default;
export const { loader, head } = page;
