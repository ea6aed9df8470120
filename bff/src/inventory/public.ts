export { findLiveVariants } from './live-variants.repository.ts';
export { publishStock } from './publish-stock.ts';
