export { CATALOG_TAG, IN_STOCK_TAG, productTag, productTags } from './cache-tags.ts';
export { type CategoryRow, findCategories } from './category.repository.ts';
export { findCards } from './product-card.repository.ts';
export { recodeSquare } from './recode-picture.ts';
export { refreshSoldCounts } from './refresh-sold-counts.ts';
