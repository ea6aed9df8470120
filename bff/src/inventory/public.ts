export { findLiveVariants } from './live-variants.repository.ts';
export { publishStock } from './publish-stock.ts';
export { listShelf, type ShelfRow } from './shelf.repository.ts';
