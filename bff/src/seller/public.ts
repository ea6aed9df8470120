export { findSellerBySlug, findSellersByNameOrSlug, type SellerRow } from './seller.repository.ts';
