import type { Page } from '@plaza/federation/remote';
import '../styles.css';
import { cartHead } from '../pages/cart/cart-head.ts';
import { CartPage } from '../pages/cart/cart-page.tsx';
import { type CartData, loadCart } from '../pages/cart/load-cart.ts';

const page: Page<CartData> = { default: CartPage, loader: loadCart, head: cartHead };

export default page.default;
export const { loader, head } = page;
