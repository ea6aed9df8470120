import type { Slot } from '@plaza/federation/remote';
import '../styles.css';
import { AddToCart } from '../slots/add-to-cart/add-to-cart.tsx';

const slot: Slot<'checkout/add-to-cart'> = { default: AddToCart };

export default slot.default;
