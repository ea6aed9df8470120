import type { SocialError } from '@plaza/contracts';

/** Words of signing in by others. */
export const socialMessages = {
  or: 'or',
  continueWith: (provider: string) => `Continue with ${provider}`,
  someProvider: 'the provider',

  problems: {
    unknown_provider: () => 'Signing in this way is not possible here. Choose another way.',
    denied: (provider) =>
      `You said no at ${provider}, so nothing has happened. Try again, or choose another way.`,
    state_mismatch: () =>
      'This sign-in was too old, was used already, or began in another browser. Please begin again.',
    provider_refused: (provider) => `${provider} did not confirm who you are. Please begin again.`,
    provider_unavailable: (provider) =>
      `${provider} does not answer at the moment. Try again in a few minutes, or choose another way.`,
    too_many_attempts: () => 'Too many attempts. Try again in an hour, or choose another way.',
    no_email: (provider) =>
      `${provider} told us no e-mail address, and an account needs one. Create an account with your address, then connect ${provider} in your account.`,
    sign_in_first: (provider) =>
      `Your e-mail address has an account already. Sign in to it with your password, then connect ${provider} in your account.`,
    suspended: () => 'This account is suspended. Write to support if you think that this is a mistake.',
    identity_taken: (provider) =>
      `This identity at ${provider} belongs to another account here. Disconnect it there first, or choose another one.`,
    provider_taken: (provider) =>
      `Your account is connected with another identity at ${provider}. Disconnect that first.`,
    session_changed: () => 'Somebody else is signed in now. Sign in to your account and connect again.',
  } satisfies Record<SocialError, (provider: string) => string>,

  confirm: {
    title: 'Confirm your address',
    text: (email: string) => `We have sent six digits to ${email}.`,
    why: (provider: string) =>
      `${provider} does not tell whether this address is yours. You are asked this once; the code counts for 15 minutes.`,
    code: 'Code from the mail',
    submit: 'Confirm',
    busy: 'Confirming…',
    wrong: 'This is not the code of the newest mail. Look again.',
    expired: 'This code does not count any more. Begin again, and a new one is sent.',
    again: 'No mail?',
    againLink: 'Begin again',
  },

  connections: {
    title: 'Connected accounts',
    text: 'Sign in to Plaza with an account that you have elsewhere.',
    since: (date: string) => `Connected ${date}`,
    noEmail: 'No e-mail address',
    connect: 'Connect',
    connectLabel: (provider: string) => `Connect ${provider}`,
    connectBusy: 'Leaving for the provider…',
    disconnect: 'Disconnect',
    disconnectLabel: (provider: string) => `Disconnect ${provider}`,
    disconnectBusy: 'Disconnecting…',
    onlyWay: 'Your only way to sign in. Set a password or connect another account first.',
    lastWay: (provider: string) =>
      `${provider} is your only way to sign in. Set a password or connect another account first.`,
    notConnected: (provider: string) => `${provider} was not connected any more.`,
    done: (provider: string) => `${provider} is connected. You can sign in with it from now on.`,
    gone: (provider: string) => `${provider} is disconnected.`,
    again: 'You signed in some time ago. Sign in again before you change this.',
    againLink: 'Sign in again',
    empty: 'No other way to sign in is set up here.',
  },
} as const;
