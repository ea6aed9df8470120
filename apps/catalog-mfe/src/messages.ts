import { formatCount } from '@plaza/ui/format';

const count = (number: number, one: string, many: string) =>
  `${formatCount(number)} ${number === 1 ? one : many}`;

/** Every word of the catalogue's pages and of its parts of the header. */
export const messages = {
  siteName: 'Plaza',
  titleOf: (what: string) => `${what} · Plaza`,
  products: (number: number) => count(number, 'product', 'products'),

  home: {
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
  },

  card: {
    from: 'from',
    soldBy: (seller: string) => `by ${seller}`,
    soldOut: 'Sold out',
    reducedBy: (percent: number) => `−${percent}%`,
  },

  breadcrumbs: { home: 'Home' },

  search: {
    allProducts: 'All products',
    resultsFor: (query: string) => `Results for “${query}”`,
    resultsForIn: (query: string, place: string) => `Results for “${query}” in ${place}`,
    description: (place: string, total: number) =>
      `${place} at Plaza: ${count(total, 'product', 'products')} from independent sellers, with live stock and prices.`,
    pageOf: (page: number, pages: number) => `page ${page} of ${pages}`,
    titleOnPage: (title: string, page: number) => `${title}, page ${page}`,
    loading: 'Loading products',
    resultsLabel: 'Products',
    filters: 'Filters',
    filtersWithCount: (chosen: number) => (chosen === 0 ? 'Filters' : `Filters (${chosen})`),
    showResults: (total: number) => `Show ${count(total, 'product', 'products')}`,
    apply: 'Apply filters',
    sort: 'Sort by',
    sortGo: 'Sort',
    sorts: {
      relevance: 'Best match',
      best_selling: 'Best selling',
      newest: 'Newest',
      price_asc: 'Price: low to high',
      price_desc: 'Price: high to low',
    },
    categories: 'Category',
    brands: 'Brand',
    moreBrands: (number: number) => `Show ${number} more`,
    price: 'Price',
    minPrice: 'Lowest',
    maxPrice: 'Highest',
    applyPrice: 'Apply price',
    availability: 'Availability',
    inStock: 'In stock only',
    active: 'Active filters',
    clearAll: 'Clear all',
    remove: (filter: string) => `Remove filter: ${filter}`,
    chipFrom: (price: string) => `From ${price}`,
    chipTo: (price: string) => `Up to ${price}`,
    empty: 'Nothing matches',
    emptyFor: (query: string) => `Nothing found for “${query}”`,
    emptyFiltered: 'Try fewer filters: with all of them removed there is more to see.',
    emptyHints: 'Check the spelling, or try a shorter or more general word.',
    clearFilters: 'Remove all filters',
    browseAll: 'Browse everything',
    departments: 'Departments',
  },

  product: {
    gallery: 'Pictures',
    pictureOf: (at: number, of: number) => `Picture ${at} of ${of}`,
    showPicture: (at: number) => `Show picture ${at}`,
    noPicture: 'No picture yet',
    moreFromBrand: (brand: string) => `All products of ${brand}`,
    soldBy: 'Sold and shipped by',
    option: (name: string) => `${name}:`,
    soldOutValue: 'sold out',
    otherVersion: 'changes the other choices',
    allVersions: 'All versions',
    version: 'Version',
    inStock: (quantity: number) => `In stock: ${count(quantity, 'item', 'items')}`,
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
  },

  menu: {
    open: 'Categories',
    title: 'Categories',
    all: (category: string) => `All ${category}`,
    everything: 'All products',
    loading: 'Loading categories',
    failed: 'The categories could not be loaded.',
  },

  searchBox: {
    label: 'Search products',
    placeholder: 'Search laptops, lenses, cables…',
    submit: 'Search',
  },
} as const;
