export { adoptCart } from './adopt-cart.ts';
export { accountBuyerKey, findBuyerKey, GUEST_BUYER_KEYS, listBuyerKeys } from './buyer-key.ts';
export { lockCartOfOrder, readCart, removeBought } from './cart.repository.ts';
export { priceCart } from './price-cart.ts';
export { listShippingOptions } from './shipping-rates.ts';
