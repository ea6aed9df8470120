import { formatCount } from '@plaza/ui/format';

/** Texts of the home page. */
export const homeMessages = {
  title: 'Plaza · Good technology from independent sellers',
  description:
    'Computers, phones, audio, cameras and everything around them, from independent sellers. Live stock, one cart, one payment.',
  heading: 'Good technology, from people who know it.',
  intro: (products: number) =>
    `${formatCount(products)} products from independent specialists. Put them in one cart, pay once, and each seller ships its own parcel.`,
  browse: 'Browse everything',
  everything: 'Everything',
  toDepartments: 'See departments',
  chosen: 'Chosen today',
  departments: 'Departments',
  featured: 'Worth a look',
  featuredText: 'Picked by the people who run the market.',
  bestSelling: 'Best selling',
  bestSellingText: 'What others bought in the last weeks.',
  newest: 'Just in',
  newestText: 'The latest from every seller.',
  seeAll: 'See all',
  seeAllOf: (row: string) => `See all: ${row}`,
  promisesLabel: 'How Plaza works',
  promises: [
    {
      title: 'You know who sells',
      text: 'Every product names its seller, and that seller packs and ships your parcel.',
    },
    {
      title: 'Stock that is true',
      text: 'The number on the page is the number on the shelf. It changes while you look.',
    },
    {
      title: 'One cart, one payment',
      text: 'Buy from several sellers at once and follow each parcel from a single order.',
    },
  ],
  empty: 'The shelves are being filled',
  emptyText: 'There is nothing to buy yet. Come back in a moment.',
} as const;
