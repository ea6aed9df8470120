import type { SellerPermission } from '@plaza/contracts';

const RIGHTS: Record<SellerPermission, string> = {
  listings: 'Listings and stock',
  orders: 'Orders',
  figures: 'Figures',
  team: 'Team',
};

/** Words of the mails about teams of sellers. */
export const messages = {
  reason: 'You get this mail because this address belongs to a Plaza account.',
  rights: (permissions: readonly SellerPermission[]) =>
    permissions.map((permission) => RIGHTS[permission]).join(', '),
  rightsLabel: 'You may work on',
  invited: {
    subject: (seller: string) => `${seller} asks you to join their team on Plaza`,
    preview: 'One press, and you can help to sell.',
    heading: (seller: string) => `Join the team of ${seller}`,
    intro: (inviter: string, seller: string) => `${inviter} asks you to work for ${seller} on Plaza.`,
    button: 'Look at the invitation',
    notice:
      'The link works once, for 7 days, and only for an account with this address. If you do not know the shop, do nothing.',
    reason: 'You get this mail because somebody typed this address in at Plaza.',
  },
  joined: {
    subject: (name: string, seller: string) => `${name} has joined the team of ${seller}`,
    preview: 'They accepted the invitation.',
    heading: 'Your team has grown',
    intro: (name: string, seller: string, when: string) => `On ${when} ${name} joined the team of ${seller}.`,
    label: 'They may work on',
    link: 'See the team',
  },
  changed: {
    subject: (seller: string) => `What you may do for ${seller} has changed`,
    preview: 'See what it is now.',
    heading: 'Your rights have changed',
    intro: (seller: string, when: string) => `On ${when} your rights in the team of ${seller} were changed.`,
  },
  removed: {
    subject: (seller: string) => `You no longer work for ${seller} on Plaza`,
    preview: 'Your own account stays as it is.',
    heading: 'You have left the team',
    intro: (seller: string, when: string) =>
      `On ${when} your account was taken out of the team of ${seller}. Your own account, with its orders, stays as it is.`,
  },
} as const;
