export { openShop } from './open-shop.ts';
export { findSellerBySlug, findSellersByNameOrSlug } from './seller.repository.ts';
