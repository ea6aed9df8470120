import { formatCount } from '@plaza/ui/format';

/** “1 item”, “2 items”. */
export const countOf = (number: number, one: string, many: string) =>
  `${formatCount(number)} ${number === 1 ? one : many}`;

/** Texts that several pages of the catalogue have in common. */
export const messages = {
  siteName: 'Plaza',
  titleOf: (what: string) => `${what} · Plaza`,
  products: (number: number) => countOf(number, 'product', 'products'),

  card: {
    from: 'from',
    soldBy: (seller: string) => `by ${seller}`,
    soldOut: 'Sold out',
    reducedBy: (percent: number) => `−${percent}%`,
  },

  breadcrumbs: { home: 'Home' },
} as const;
