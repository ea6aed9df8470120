/** Texts of the parts that stand in the header of every page; apart from those of pages, which weigh more. */
export const slotMessages = {
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
    placeholder: 'Search Plaza',
    submit: 'Search',
  },
} as const;
