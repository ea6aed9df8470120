/** Every word of registering, verifying and getting back in. */
export const recoveryMessages = {
  noLinkTitle: 'This link is not complete',
  noLinkText: 'Open it from the mail once more. If that does not help, ask for a new one.',

  checkMail: {
    title: 'Look at your mail',
    text: (email: string) => `We have written to ${email}. Press the link in the mail to go on.`,
    hint: 'It may take a minute. Look into the spam folder too. What is in your cart stays there.',
    resend: 'Send it again',
    resendBusy: 'Sending…',
    resent: 'If a mail is due, it is on its way again. The link before does not work any more.',
    other: 'Wrong address?',
    otherLink: 'Start again',
  },

  /** To somebody whose address is not verified yet. */
  unverified: {
    title: 'Confirm your address first',
    text: (email: string) =>
      `Paying and selling need a confirmed address. Press the link in the mail to ${email}, then come back here.`,
    resend: 'Send the mail again',
    resendBusy: 'Sending…',
    resent: 'It is on its way.',
  },

  seller: {
    title: 'Open a shop',
    text: 'Sell at Plaza. You can buy with the same account.',
    shopName: 'Name of your shop',
    shopNameHint: 'As buyers see it. It also becomes the address of your shop.',
    country: 'Country you ship from',
    countryPlaceholder: 'Choose a country',
    submit: 'Open shop',
    busy: 'Opening your shop…',
    toBuyer: 'Only want to buy?',
    toBuyerLink: 'Create an account',
    toSeller: 'Want to sell?',
    toSellerLink: 'Open a shop',
  },

  verify: {
    title: 'Confirm your address',
    text: 'One press, and your account is ready.',
    submit: 'Confirm address',
    busy: 'Confirming…',
    password: 'The password that you chose',
    passwordText:
      'You did not register in this browser. Enter the password that you chose, so that nobody else can open your account.',
    forgot: 'You do not know it, or did not register?',
    forgotLink: 'Choose a new password',
    brokenTitle: 'This link does not work any more',
    brokenText:
      'It was used, is too old, or a newer one was sent. If your address is confirmed already, just sign in.',
    signIn: 'Sign in',
  },

  forgot: {
    title: 'Choose a new password',
    text: 'Tell us the address of your account. We send you a link.',
    submit: 'Send link',
    busy: 'Sending…',
    back: 'Know it after all?',
    backLink: 'Sign in',
    sentTitle: 'Look at your mail',
    sentText: (email: string) =>
      `If ${email} has an account, a link is on its way. It works once, for 15 minutes.`,
  },

  reset: {
    title: 'Choose a new password',
    text: 'Every other browser is signed out.',
    loading: 'Looking at your link…',
    newPassword: 'New password',
    questionsText: 'You chose to be asked this too when you need a new password.',
    submit: 'Set password',
    busy: 'Setting your password…',
    brokenTitle: 'This link does not work any more',
    brokenText: 'It was used, is too old, or a newer one was sent.',
    again: 'Ask for a new link',
  },

  changeEmail: {
    title: 'E-mail address',
    now: (email: string) => `Your address is ${email}.`,
    wanted: 'New e-mail address',
    submit: 'Send link to it',
    busy: 'Sending…',
    sent: (email: string) =>
      `Look at the mail for ${email}. Your address changes when you open the link there.`,
  },
  confirmEmail: {
    title: 'Your new address',
    text: 'From now on you sign in with it, and mails about your account go to it.',
    submit: 'Use this address',
    busy: 'Changing…',
    done: 'Your account uses the new address now.',
    signIn: 'Sign in to your account in this browser, then open the link from the mail once more.',
  },
  undoEmail: {
    title: 'Undo the change of address',
    text: 'Your old address is put back, everybody is signed out, and you choose a new password.',
    submit: 'Undo it',
    busy: 'Undoing…',
    done: 'Done. Everybody is signed out. A link for a new password is in your mail.',
  },
  home: 'To the start page',

  openShop: {
    title: 'Sell at Plaza',
    text: 'Your account can buy and sell. Give your shop a name.',
  },

  questions: {
    title: 'Security questions',
    text: 'An extra hurdle when you need a new password: asked after the link by mail, never instead of it. Answers can be guessed or found out, so choose ones that only you know.',
    off: 'They are off.',
    on: (count: number) => (count === 1 ? 'One question is asked.' : `${count} questions are asked.`),
    question: (number: number) => `Question ${number}`,
    answer: 'Answer',
    none: 'None',
    save: 'Save questions',
    saving: 'Saving…',
    saved: 'Saved.',
    names: {
      first_concert: 'What was the first concert that you went to?',
      childhood_street: 'In which street did you play as a child?',
      first_teacher: 'What was the name of your first teacher?',
      childhood_friend: 'What did you call your best friend as a child?',
      first_job: 'Where did you earn your first money?',
      favourite_story: 'Which story did you want to hear again and again?',
      hidden_place: 'Where did you hide things as a child?',
      imagined_career: 'What did you want to become when you were ten?',
    },
  },
} as const;
