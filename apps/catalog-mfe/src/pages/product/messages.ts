import { formatCount } from '@plaza/ui/format';
import { countOf } from '../../messages.ts';

/** Texts of the product page. */
export const productMessages = {
  gallery: 'Pictures',
  pictureOf: (at: number, of: number) => `Picture ${at} of ${of}`,
  showPicture: (at: number) => `Show picture ${at}`,
  moreFromBrand: (brand: string) => `All products of ${brand}`,
  soldBy: 'Sold and shipped by',
  option: (name: string) => `${name}:`,
  soldOutValue: 'sold out',
  otherVersion: 'changes the other choices',
  allVersions: 'All versions',
  version: 'Version',
  inStock: (quantity: number) => `In stock: ${countOf(quantity, 'item', 'items')}`,
  fewLeft: (quantity: number) => `Only ${formatCount(quantity)} left`,
  soldOut: 'Sold out',
  soldOutText: 'This version is sold out. This page changes by itself when the seller restocks.',
  stockPaused: 'Reconnecting to live stock…',
  description: 'About this product',
  specs: 'Specifications',
  seller: 'The seller',
  visitSeller: (seller: string) => `Everything from ${seller}`,
  related: 'Similar products',
  price: 'Price',
  stock: 'Stock',
  noScriptBuy: 'Buying needs JavaScript. Everything else on this page works without it.',
} as const;
