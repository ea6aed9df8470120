/** Words of the mails about signing in by providers. */
export const messages = {
  code: {
    subject: (code: string) => `${code} is your Plaza code`,
    preview: (provider: string) => `Confirm your address to sign in with ${provider}.`,
    heading: 'Confirm your address',
    intro: (provider: string) =>
      `You are signing in to Plaza with ${provider}. Enter this code on the page that is waiting for it.`,
    code: 'Your code',
    validity: (minutes: number) =>
      `It counts for ${minutes} minutes, and only in the browser where you began.`,
    notYou:
      'If this was not you, ignore this mail: nobody gets in without the code. Never tell it to anyone.',
    reason: (provider: string) => `Somebody gave this address at ${provider} and signs in to Plaza with it.`,
  },
  changed: {
    connected: {
      subject: (provider: string) => `${provider} is connected with your Plaza account`,
      preview: (provider: string) => `You can sign in with ${provider} from now on.`,
      heading: (provider: string) => `${provider} is connected`,
      intro: (provider: string, when: string) =>
        `Since ${when} your account can be signed in to with ${provider} too.`,
    },
    disconnected: {
      subject: (provider: string) => `${provider} is disconnected from your Plaza account`,
      preview: (provider: string) => `Signing in with ${provider} does not open your account any more.`,
      heading: (provider: string) => `${provider} is disconnected`,
      intro: (provider: string, when: string) =>
        `Since ${when} signing in with ${provider} does not open your account any more.`,
    },
    notYou: 'If this was not you, change it back, choose a new password and sign out every other browser.',
    button: 'Connected accounts',
    reason: 'You get this mail because it concerns how your Plaza account is signed in to.',
  },
} as const;
