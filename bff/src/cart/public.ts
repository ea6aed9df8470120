export { adoptCart } from './adopt-cart.ts';
export { findBuyerKey, listBuyerKeys } from './buyer-key.ts';
export { lockCartOfOrder, readCart, removeBought } from './cart.repository.ts';
export { priceCart } from './price-cart.ts';
export { listShippingOptions } from './shipping-rates.ts';
