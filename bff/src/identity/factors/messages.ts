import type { SecondFactor } from '@plaza/contracts';

/** What a kind of second proof is called in a sentence. */
const NAMES: Readonly<Record<Exclude<SecondFactor, 'recovery_code'>, string>> = {
  passkey: 'a passkey',
  totp: 'an authenticator app',
  email_code: 'codes by e-mail',
  sms_code: 'codes by text message',
};
type FactorKind = keyof typeof NAMES;

/** Words of second proofs: refusals, text messages and notices. */
export const messages = {
  sms: (code: string, host: string) =>
    `${code} is your Plaza code, for ten minutes. Tell it to nobody.\n\n@${host} #${code}`,
  over: 'This took too long, or too many attempts. Please sign in again.',
  wrong: {
    passkey: 'This passkey could not be confirmed. Try again, or choose another way.',
    totp: 'This is not the current code of your app. Each code works once: wait for the next one.',
    email_code: 'This is not the code of the newest mail.',
    sms_code: 'This is not the code of the newest text message.',
    recovery_code: 'This is not one of your recovery codes, or it was used before.',
    password: 'This is not your password.',
  },
  notOffered: 'Your account cannot be confirmed this way. Choose another one.',
  notSent: 'The message could not be sent. Try again in a minute, or choose another way.',
  unknownPasskey: 'This passkey does not open an account here. Sign in another way.',
  notAdded: 'This did not work. Please begin again.',
  tooManyFactors: 'Your account has very many ways to confirm. Remove one first.',
  needsStronger: 'Text messages count only beside a passkey or an authenticator app. Add one of these first.',
  smsNeedsStronger: 'Remove text messages first: they count only beside a passkey or an authenticator app.',
  lastWay: 'This passkey is your only way to sign in. Set a password or connect another account first.',
  notVerified: 'Confirm your e-mail address first.',
  addedAlready: 'This is set up already.',
  noFactor: 'Recovery codes belong to a second step. Set one up first.',
  labels: {
    passkey: 'Passkey',
    totp: 'Authenticator app',
    email_code: 'E-mail',
    sms_code: 'Text message',
  } satisfies Record<FactorKind, string>,

  added: {
    subject: (kind: FactorKind) => `Your Plaza account can be confirmed by ${NAMES[kind]}`,
    preview: 'If it was you, all is well.',
    heading: 'A second step was added',
    intro: (kind: FactorKind, when: string) => `On ${when} ${NAMES[kind]} was added to your account.`,
  },
  removed: {
    subject: (kind: FactorKind) => `Your Plaza account is no longer confirmed by ${NAMES[kind]}`,
    preview: 'If it was you, all is well.',
    heading: 'A second step was removed',
    intro: (kind: FactorKind, when: string) => `On ${when} ${NAMES[kind]} was removed from your account.`,
  },
  codesMade: {
    subject: 'Your Plaza account has new recovery codes',
    preview: 'Those of before do not work any more.',
    heading: 'New recovery codes',
    intro: (when: string) => `On ${when} new recovery codes were made. Those of before do not work any more.`,
  },
  codeUsed: {
    subject: 'A recovery code of your Plaza account was used',
    preview: (left: number) => `${left} left.`,
    heading: 'A recovery code was used',
    intro: (left: number, when: string) =>
      left === 0
        ? `On ${when} somebody used the last of your recovery codes. Make new ones while you are signed in.`
        : `On ${when} somebody used one of your recovery codes. ${left} ${left === 1 ? 'is' : 'are'} left.`,
  },
  notice: 'If it was not you, choose a new password at once. That signs everybody out.',
  button: 'Look at your account’s security',
  reason: 'You get this mail because this address belongs to a Plaza account.',
} as const;
