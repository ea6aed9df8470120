export { IN_STOCK_TAG, productTag } from './cache-tags.ts';
