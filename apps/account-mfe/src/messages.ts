/** Every word of the account's pages and of its part of the header. */
export const messages = {
  titleOf: (what: string) => `${what} · Plaza`,
  unreachable: 'Plaza could not be reached. Check your connection and try again.',
  retry: 'Try again',
  noScript: 'Signing in needs JavaScript.',

  fields: {
    email: 'E-mail',
    password: 'Password',
    name: 'Your name',
    showPassword: 'Show password',
    nameHint: 'As it should stand on messages to sellers.',
  },

  signIn: {
    title: 'Sign in',
    text: 'Your orders, and your shop if you sell.',
    submit: 'Sign in',
    busy: 'Signing in…',
    toRegister: 'New at Plaza?',
    toRegisterLink: 'Create an account',
    forgot: 'Forgot the password?',
  },

  register: {
    title: 'Create an account',
    text: 'See your orders on every device.',
    submit: 'Create account',
    busy: 'Creating your account…',
    toSignIn: 'Already have an account?',
    toSignInLink: 'Sign in',
  },

  orders: {
    title: 'Your orders',
    empty: 'No orders yet',
    emptyText: 'What you buy shows up here, from payment to delivery.',
    browse: 'Browse products',
    signInHint: 'Orders of your account show up after you sign in.',
    signIn: 'Sign in',
    thisBrowser: 'These orders were placed in this browser. Sign in to see those of your account too.',
    more: (lines: number) => `${lines} more`,
  },

  order: {
    placedAt: (time: string) => `Placed ${time}`,
    live: 'Updates by itself',
    parcelNumber: (number: string) => `No. ${number}`,
    progress: (seller: string) => `Progress of the parcel from ${seller}`,
    payTitle: 'This order is not paid yet',
    payText: (time: string) => `The items are kept for you until ${time}.`,
    payFailed: (reason: string) => `The last attempt failed: ${reason}`,
    expiredTitle: 'This order was not paid in time',
    expiredText: 'The items are back on the shelf. Nothing was charged.',
    cancel: 'Cancel this parcel',
    cancelTitle: (seller: string) => `Cancel the parcel from ${seller}?`,
    cancelText: (paid: boolean) =>
      paid
        ? 'The seller stops packing it and you get your money back. This cannot be undone.'
        : 'The items go back on the shelf. This cannot be undone.',
    cancelKeep: 'Keep it',
    cancelConfirm: 'Cancel parcel',
    cancelBusy: 'Cancelling…',
    cancelled: (seller: string) => `The parcel from ${seller} is cancelled.`,
  },
} as const;
