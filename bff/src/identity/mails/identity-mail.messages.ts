/** Words of the mails about accounts. */
export const messages = {
  /** Why somebody gets a mail about their account, which nobody can be spared. */
  reason: 'You get this mail because this address belongs to a Plaza account.',
  reasonTyped: 'You get this mail because somebody typed this address in at Plaza.',
  setPassword: 'Choose a new password',

  verifyAddress: {
    subject: 'Confirm your e-mail address for Plaza',
    preview: 'One press, and your account is ready.',
    heading: 'Confirm your e-mail address',
    intro: (name: string) =>
      `Hello ${name}, press the button to show that this address is yours. Then your account can pay and sell.`,
    button: 'Confirm address',
    notice:
      'The link works once, for 24 hours. If you did not open an account, do nothing: without your press it stays shut.',
  },
  accountExists: {
    subject: 'You have a Plaza account already',
    preview: 'Sign in with it, or choose a new password.',
    heading: 'You have an account already',
    intro: 'Somebody, probably you, wanted to open an account with this address. It has one: just sign in.',
    button: 'Sign in',
    forgot: 'Forgot the password? Choose a new one',
    notice: 'If it was not you, do nothing. Nobody was told that this address has an account.',
  },
  resetPassword: {
    subject: 'Choose a new Plaza password',
    preview: 'The link works once, for 15 minutes.',
    heading: 'Choose a new password',
    intro: (name: string) => `Hello ${name}, press the button to choose a new password for your account.`,
    notice:
      'The link works once, for 15 minutes. If you did not ask for it, do nothing: your password stays as it is.',
  },
  passwordChanged: {
    subject: 'Your Plaza password was changed',
    preview: 'Every other browser is signed out.',
    heading: 'Your password was changed',
    intro: (when: string) =>
      `The password of your account was changed on ${when}. Every other browser was signed out and is asked for it again.`,
    notice: 'If it was not you, choose a new password at once. That signs everybody out.',
  },
  confirmAddress: {
    subject: 'Confirm your new e-mail address for Plaza',
    preview: 'One press, and your account uses this address.',
    heading: 'Confirm your new address',
    intro: (name: string) =>
      `Hello ${name}, press the button to use this address for your account from now on. Open the link in a browser where you are signed in.`,
    button: 'Use this address',
    notice: 'The link works once, for 24 hours. If you did not ask for it, do nothing.',
  },
  addressGone: {
    subject: 'Your Plaza account has a new e-mail address',
    preview: 'If it was not you, you can undo it for seven days.',
    heading: 'Your account has a new address',
    intro: (hint: string, when: string) =>
      `Since ${when} your account uses another address, ${hint}. Mails about it do not come here any more.`,
    notice:
      'If it was not you, undo it within seven days: this address is put back, everybody is signed out, and you choose a new password.',
    button: 'This was not me: undo it',
  },
  addressNew: {
    subject: 'This is now the address of your Plaza account',
    preview: 'Use it when you sign in.',
    heading: 'Your account uses this address now',
    intro: (when: string) =>
      `Since ${when} you sign in with this address, and mails about your account come here.`,
  },
  newDevice: {
    subject: 'A new sign-in to your Plaza account',
    preview: (device: string) => `From ${device}. If it was you, all is well.`,
    heading: 'A new sign-in',
    intro:
      'Somebody signed in to your account in a browser that we have not seen before. If it was you, all is well.',
    device: 'Browser',
    place: 'Place',
    time: 'Time',
    notice: 'If it was not you, say so: that signs out every browser, and you choose a new password.',
    button: 'This was not me',
  },
  code: {
    subject: (code: string) => `${code} is your Plaza code`,
    preview: 'It works once, for ten minutes.',
    heading: 'Your code',
    intro: 'Type this code in where Plaza asks for it.',
    label: 'Code',
    notice:
      'It works once, for ten minutes. Tell it to nobody: nobody at Plaza will ever ask for it. If you did not ask for it, somebody may know your password: choose a new one.',
  },
  suspended: {
    subject: 'Your Plaza account is suspended',
    preview: 'Nobody can sign in to it for now.',
    heading: 'Your account is suspended',
    intro: (when: string) =>
      `On ${when} we suspended your account. Nobody can sign in to it, and every browser is signed out. Orders that are paid go on their way.`,
    notice: 'If you think that this is a mistake, answer this mail. A person reads it.',
  },
  erased: {
    subject: 'Your Plaza account is erased',
    preview: 'What we held about you is gone.',
    heading: 'Your account is erased',
    intro: (when: string) =>
      `On ${when} your account was erased as you asked. Orders stay in the books, as the law demands, without what is personal in them.`,
    notice:
      'This is the last mail from us about it. You are welcome to open a new account whenever you like.',
    reason: 'You get this mail because this address belonged to a Plaza account.',
  },
} as const;
