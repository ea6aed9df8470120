import type { Currency } from './money.ts';

/** Bounds that light parts of a page need without the schemas (and the library) around them. */

/** The most units of one variant that one order may hold. */
export const MAX_QUANTITY = 99;

/** The currency that the demo market sells in. */
export const MARKET_CURRENCY: Currency = 'USD';
