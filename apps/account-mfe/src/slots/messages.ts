/** Texts of the parts that stand in the header of every page; apart from those of pages, which weigh more. */
export const slotMessages = {
  unreachable: 'Plaza could not be reached. Check your connection and try again.',

  /** To somebody whose address is not verified yet. */
  verifyNotice: {
    title: 'Confirm your address first',
    text: (email: string) =>
      `Paying and selling need a confirmed address. Press the link in the mail to ${email}, then come back here.`,
    resend: 'Send the mail again',
    resendBusy: 'Sending…',
    resent: 'It is on its way.',
  },

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
