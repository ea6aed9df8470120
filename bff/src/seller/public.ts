export { findSellerBySlug, findSellersByNameOrSlug } from './seller.repository.ts';
