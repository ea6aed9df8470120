import type { Slot } from '@plaza/federation/remote';
import '../styles.css';
import { MiniCart } from '../slots/mini-cart/mini-cart.tsx';

const slot: Slot<'checkout/mini-cart'> = { default: MiniCart };

export default slot.default;
