export { findLiveVariants, type LiveVariant } from './live-variants.repository.ts';
export { publishStock } from './publish-stock.ts';
