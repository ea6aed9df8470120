import type { StepUpKind } from '@plaza/contracts';

/** Words of showing who one is, beyond or instead of a password. */
export const proofMessages = {
  kinds: {
    passkey: { name: 'Passkey', text: 'Your fingerprint, face or screen lock.' },
    totp: { name: 'Authenticator app', text: 'The six digits that your app shows now.' },
    recovery_code: { name: 'Recovery code', text: 'One of the codes that you have kept.' },
    email_code: { name: 'E-mail', text: 'Six digits by mail.' },
    sms_code: { name: 'Text message', text: 'Six digits by text message.' },
    password: { name: 'Password', text: 'The password of your account.' },
  } satisfies Record<StepUpKind, { name: string; text: string }>,
  kindWithHint: (name: string, hint: string) => `${name} to ${hint}`,
  choose: 'Confirm with',
  otherWay: 'Choose another way',
  usePasskey: 'Use your passkey',
  passkeyWaits: 'Waiting for your passkey…',
  passkeyFailed: 'Your passkey did not answer. Try again, or choose another way.',
  passkeyUnsupported: 'This browser knows no passkeys. Choose another way.',
  send: 'Send code',
  sending: 'Sending…',
  sentTo: (hint: string) => `We have sent six digits to ${hint}. They count for ten minutes.`,
  resend: 'Send another code',
  resendIn: (seconds: number) => `You can ask for another code in ${seconds} s.`,
  appCode: 'Code of your app',
  code: 'Code',
  recoveryCode: 'Recovery code',
  recoveryHint: 'Such as 4F7KQ9-XW2MHB. Each of them works once.',
  password: 'Password',
  submit: 'Confirm',
  busy: 'Confirming…',

  second: {
    title: 'Confirm that it is you',
    text: 'Your account asks for a second step.',
    remember: 'Do not ask in this browser for 30 days',
    rememberHint: 'Only on a device that nobody else uses.',
    notYou: 'Not your account?',
    again: 'Sign in again',
  },
  stepUp: {
    title: 'Confirm that it is you',
    text: 'You signed in some time ago. This change needs a fresh confirmation.',
    failed: 'What your account can be confirmed by could not be read.',
    loading: 'Loading',
  },
  signIn: {
    passkey: 'Sign in with a passkey',
    or: 'or',
  },
} as const;
