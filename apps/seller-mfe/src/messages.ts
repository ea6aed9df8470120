/** Every text that this remote shows. */
export const messages = {
  dashboardTitle: 'Dashboard',
  listingsTitle: 'Listings',
  listingTitle: 'Listing',
  ordersTitle: 'Orders',
} as const;
