import type { ErasureObstacle, NotificationKind, SignInOutcome } from '@plaza/contracts';

const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`;

/** Words of the pages about what somebody tells of themselves and what is held of them. */
export const profileMessages = {
  failed: 'That did not work. Check your connection and try again.',
  stale: 'Nothing was done: you did not confirm that it is you.',
  saved: 'Saved.',
  save: 'Save',
  saving: 'Saving…',
  cancel: 'Cancel',

  overview: {
    title: 'Your account',
    hello: (name: string) => `Hello, ${name}.`,
    since: (day: string) => `With Plaza since ${day}`,
    profile: 'Name, picture, phone and preferences',
    orders: 'Your orders',
    ordersText: 'What you bought, where it is, receipts',
    addresses: (saved: number) => (saved === 0 ? 'None saved yet' : count(saved, 'saved', 'saved')),
    security: 'Password, second step, signed-in browsers',
    connections: 'Google, GitHub, Facebook and others',
    activity: 'What happened lately',
    api: 'Programs that act for you',
    privacy: 'A copy of your data, or its erasure',
    links: 'Your links',
  },

  erasing: {
    title: (day: string) => `This account will be erased on ${day}`,
    text: 'Until then nothing is gone. Keep it, and everything is as before.',
    keep: 'Keep my account',
    keeping: 'Keeping it…',
    kept: 'Your account stays.',
  },

  profile: {
    title: 'Profile',
    text: 'Sellers see your name with your orders; everything else is for you alone.',
    picture: 'Your picture',
    pictureHint: 'JPEG, PNG, WebP or AVIF, up to 5 MB. It is cut to a square.',
    choose: 'Choose a picture',
    change: 'Change picture',
    uploading: 'Uploading…',
    remove: 'Remove',
    removing: 'Removing…',
    pictureSaved: 'Your picture is changed.',
    pictureRemoved: 'Your picture is removed.',
    tooLarge: 'This picture is larger than 5 MB.',
    names: 'Names and phone',
    displayName: 'Name',
    displayNameHint: 'As Plaza calls you.',
    fullName: 'Full name',
    fullNameHint: 'Filled in for new addresses.',
    phone: 'Phone',
    phoneHint: 'Filled in for new addresses. Kept encrypted.',
    preferences: 'Preferences',
    language: 'Language',
    languageHint: 'Plaza speaks English so far.',
    languages: { en: 'English' },
    currency: 'Currency',
    currencyHint: 'Kept for when sellers offer more than one. Prices stay in the seller’s currency for now.',
    notifications: 'Mails you would like',
    notificationsHint:
      'Mails about orders and the safety of your account always come. Of these three Plaza sends none yet; your choice is kept for when it does.',
    kinds: {
      offers: 'Offers from shops where I bought',
      price_drops: 'Lower prices of what I looked at',
      product_news: 'News about Plaza',
    } satisfies Record<NotificationKind, string>,
    links: 'Links',
    linksHint: 'Your site or profiles elsewhere, each beginning with https://.',
    link: (index: number) => `Link ${index}`,
    addLink: 'Add a link',
    removeLink: (index: number) => `Remove link ${index}`,
  },

  addresses: {
    title: 'Addresses',
    text: 'Offered at the checkout. Kept encrypted.',
    empty: 'No addresses yet',
    emptyText: 'Save one, and the checkout is a press shorter.',
    add: 'Add an address',
    edit: 'Edit',
    editOf: (line: string) => `Edit ${line}`,
    remove: 'Remove',
    removeOf: (line: string) => `Remove ${line}`,
    removed: 'The address is removed.',
    default: 'Default for delivery',
    makeDefault: 'Make default',
    makeDefaultOf: (line: string) => `Make ${line} the default`,
    isDefault: 'Send parcels here by default',
    newTitle: 'New address',
    editTitle: 'Edit address',
    fullName: 'Full name',
    country: 'Country',
    chooseCountry: 'Choose a country.',
    line1: 'Street and number',
    line2: 'Apartment, floor',
    city: 'City',
    region: 'State or region',
    postalCode: 'Postal code',
    phone: 'Phone',
  },

  activity: {
    title: 'Activity',
    text: 'Who signed in, what you did, and what happened to your account, newest first.',
    empty: 'Nothing yet',
    emptyText: 'Changes to your account show up here.',
    more: 'Show earlier',
    loading: 'Loading…',
    notYou: 'Something here you did not do?',
    notYouLink: 'Check sign-in and security',
    by: { you: 'You', staff: 'Plaza’s staff', plaza: 'Plaza', stranger: 'Somebody not signed in' },
    /** In which browser and country somebody tried to sign in. */
    from: (device: string, place: string | null) => (place === null ? device : `${device}, ${place}`),
    signIns: {
      signed_in: 'Signed in',
      second_factor_asked: 'Second step of a sign-in asked for',
      refused: 'Sign-in refused',
      puzzle_asked: 'Sign-in refused: the puzzle was not solved',
      too_many_attempts: 'Sign-in refused: too many attempts',
      suspended: 'Sign-in refused: the account was suspended',
    } satisfies Record<SignInOutcome, string>,
    /** By action of the audit log. */
    actions: {
      'account.registered': 'Account opened',
      'account.created': 'Account opened',
      'account.email_verified': 'E-mail address confirmed',
      'account.email_changed': 'E-mail address changed',
      'account.email_change_undone': 'Change of e-mail address undone',
      'account.password_changed': 'Password changed',
      'account.password_reset': 'New password chosen by mail',
      'account.security_questions_set': 'Security questions chosen',
      'account.signed_in': 'Signed in',
      'account.sessions_ended': 'Signed out of all browsers',
      'account.suspended': 'Account suspended',
      'account.restored': 'Account restored',
      'account.roles_changed': 'Rights changed',
      'account.identity_linked': 'Another account connected',
      'account.identity_unlinked': 'Another account disconnected',
      'account.profile_changed': 'Profile changed',
      'account.avatar_changed': 'Picture changed',
      'account.avatar_removed': 'Picture removed',
      'account.export_asked': 'Copy of your data asked for',
      'account.export_ready': 'Copy of your data prepared',
      'account.erasure_asked': 'Erasure of the account asked for',
      'account.erasure_undone': 'Account kept',
      'account.factor_added': 'Way to confirm sign-ins added',
      'account.factor_removed': 'Way to confirm sign-ins removed',
      'account.recovery_codes_made': 'Recovery codes made',
      'seller.opened': 'Shop opened',
    } as Readonly<Record<string, string>>,
    /** `account.device_forgotten`: `Account: device forgotten`. */
    other: (action: string) => {
      const [subject = '', ...rest] = action.replaceAll('_', ' ').split('.');
      return `${subject.charAt(0).toUpperCase()}${subject.slice(1)}: ${rest.join(', ')}`;
    },
  },

  privacy: {
    title: 'Data and privacy',
    text: 'What Plaza holds of you is yours: take a copy, or have it erased.',
    copy: 'A copy of your data',
    copyText:
      'Everything that Plaza holds of you, as one JSON file: your account, addresses, orders, receipts, sign-ins, and what your browsers reported if you allowed it. It takes a minute or a few; you get a mail. Kept encrypted for seven days.',
    ask: 'Prepare a copy',
    asking: 'Asking…',
    asked: 'Your copy is being prepared. You get a mail when it is ready.',
    statusOf: { asked: 'Being prepared', ready: 'Ready', failed: 'Could not be prepared' },
    askedAt: (time: string) => `Asked for ${time}`,
    until: (day: string) => `until ${day}`,
    download: 'Download',
    downloading: 'Opening…',
    erase: 'Erase your account',
    eraseText: (days: number) =>
      `You are signed out everywhere at once. For ${count(days, 'day', 'days')} you can change your mind by signing in; then your name, address, phone, picture, sign-ins and what your browsers reported are erased within minutes, and everywhere within 30 days. Orders stay in the books of sellers without anything that names you; receipts you have printed can still be checked.`,
    eraseButton: 'Erase my account…',
    obstacles: 'Before that, bring to an end:',
    obstacle: (obstacle: ErasureObstacle): string => {
      switch (obstacle.code) {
        case 'orders_under_way':
          return `Orders under way (${obstacle.orderNumbers.join(', ')}). Wait for the delivery, or cancel them.`;
        case 'refunds_under_way':
          return `${count(obstacle.count, 'refund', 'refunds')} on the way to you. They take some minutes.`;
        case 'shop_open':
          return `${obstacle.shop} offers ${count(obstacle.listingCount, 'listing', 'listings')}. Hide or archive them to close the shop.`;
        case 'shop_orders':
          return `${obstacle.shop} has ${count(obstacle.orderCount, 'order', 'orders')} to bring to an end. Deliver or cancel them.`;
        case 'last_admin':
          return 'You are the last administrator. Make somebody else one first.';
      }
    },
    dialogTitle: 'Erase your account?',
    dialogText: (email: string) => `To be sure that it is meant, type ${email}.`,
    confirmation: 'Your e-mail address',
    confirm: 'Erase my account',
    erasing: 'Erasing…',
    keep: 'Keep it',
    doneTitle: 'You are signed out',
    done: (day: string) => `Your account will be erased on ${day}. Until then, sign in to keep it.`,
    home: 'To the market',
    signInAgain: 'Sign in',
  },
} as const;
