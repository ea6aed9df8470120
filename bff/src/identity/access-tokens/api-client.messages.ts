import type { ApiScope } from '@plaza/contracts';

/** Words of the mails about API clients. */
export const messages = {
  reason: 'You get this mail because this address belongs to a Plaza account.',
  manage: 'See your API clients',
  created: {
    subject: 'A program may now act for your Plaza account',
    preview: (name: string) => `The API client “${name}” was made.`,
    heading: 'A new API client',
    intro: (name: string, when: string) => `On ${when} the API client “${name}” was made for your account.`,
    mayLabel: 'It may',
    may: (scopes: readonly ApiScope[]) => scopes.join(', '),
    notice: 'If it was not you, end it now and choose a new password: somebody is in your account.',
  },
  reused: {
    subject: 'We ended an API client of your Plaza account',
    preview: (name: string) => `A token of “${name}” was used twice.`,
    heading: 'An API client was ended',
    intro: (name: string, when: string) =>
      `On ${when} a refresh token of your API client “${name}” was used a second time. Either two programs share it, or somebody has copied it. We ended the client, so that neither has it any more.`,
    notice: 'If you need the program, make a new API client for it, and give each program its own.',
  },
} as const;
