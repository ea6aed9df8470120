/** Texts of the parts that stand in the header of every page; apart from those of pages, which weigh more. */
export const slotMessages = {
  menu: {
    labelOf: (name: string) => `Account of ${name}`,
    signIn: 'Sign in',
    account: 'Your account',
    orders: 'Your orders',
    selling: 'Selling',
    sell: 'Sell at Plaza',
    sellingAs: (seller: string) => `Selling as ${seller}`,
    administration: 'Administration',
    signOut: 'Sign out',
    signOutBusy: 'Signing out…',
  },
} as const;
