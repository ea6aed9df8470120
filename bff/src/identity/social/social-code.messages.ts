/** Words of the mail with the code that confirms an address at a provider. */
export const messages = {
  subject: (code: string) => `${code} is your Plaza code`,
  preview: (provider: string) => `Confirm your address to sign in with ${provider}.`,
  heading: 'Confirm your address',
  intro: (provider: string) =>
    `You are signing in to Plaza with ${provider}. Enter this code on the page that is waiting for it.`,
  code: 'Your code',
  validity: (minutes: number) => `It counts for ${minutes} minutes, and only in the browser where you began.`,
  notYou: 'If this was not you, ignore this mail: nobody gets in without the code. Never tell it to anyone.',
  reason: (provider: string) => `Somebody gave this address at ${provider} and signs in to Plaza with it.`,
} as const;
