import type { ComponentType } from 'react';
import type { Currency } from './money.ts';

/** The path's parameters and the query string, both as plain strings; a page parses what it needs. */
export interface PageLocation {
  params: Readonly<Record<string, string>>;
  search: Readonly<Record<string, string>>;
}

/** What a page's loader found. `data` must survive JSON: the server sends it to the browser once. */
export type PageResult<Data> =
  | { kind: 'ok'; data: Data }
  | { kind: 'not_found' }
  | { kind: 'redirect'; href: string }
  | { kind: 'sign_in_required' };

/** What search engines and link previews read. Paths are relative to the origin; the shell makes them absolute. */
export interface PageHead {
  title: string;
  description?: string;
  canonicalPath?: string;
  /** Picture for link previews. */
  imagePath?: string;
  openGraphType?: 'website' | 'product';
  noIndex?: boolean;
  /** Structured data (schema.org), one object a script. */
  jsonLd?: readonly Record<string, unknown>[];
  /** The picture that is likely the largest thing on the screen: preloaded. */
  preloadImagePath?: string;
}

/**
 * A page that a remote offers. The shell runs `loader` on the server for the first page and in the browser for later
 * ones, hands its data to `default` and `head`, and never looks inside.
 */
export interface RemotePage<Api, Data> {
  default: ComponentType<PageLocation & { data: Data }>;
  loader(input: PageLocation & { api: Api }): Promise<PageResult<Data>>;
  head(input: PageLocation & { data: Data }): PageHead;
}

/** A part that a remote offers to the shell or to the pages of others. */
export interface RemoteSlot<Props> {
  default: ComponentType<Props>;
}

/** A page of a remote: `<remote>/<expose>`. Which there are, and where, each release says itself. */
export type RemotePageName = `${string}/${string}`;

/** Props of each slot. */
export interface SlotProps {
  /** Header: the tree of categories behind a menu button. */
  'catalog/category-menu': Record<never, never>;
  /** Header: the search field; `query` is what is searched now. */
  'catalog/search-box': { query: string };
  /** Header: number of items and the cart in a drawer. */
  'checkout/mini-cart': Record<never, never>;
  /** Product page: quantity and the button that puts a variant in the cart. */
  'checkout/add-to-cart': {
    productId: string;
    sellerId: string;
    variantId: string;
    title: string;
    priceMinor: number;
    currency: Currency;
    availableQuantity: number;
  };
  /** Header: sign in, or the name with orders, selling and sign out. */
  'account/account-menu': Record<never, never>;
  /** A dialog in which somebody shows anew who they are; see `useStepUp` of @plaza/federation. */
  'account/step-up': { onDone: (isProved: boolean) => void };
  /** Where paying or selling needs a verified address: what to do about it. Empty for whoever has one. */
  'account/verify-notice': Record<never, never>;
}
export type RemoteSlotName = keyof SlotProps;

/** A page or a slot of a remote. */
export type RemoteModuleName = RemotePageName | RemoteSlotName;
