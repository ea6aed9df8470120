/** Words of the mails about what is held of somebody. */
export const profileMailMessages = {
  reason: 'You get this mail because this address belongs to a Plaza account.',
  exportReady: {
    subject: 'The copy of your Plaza data is ready',
    preview: 'Download it within seven days.',
    heading: 'Your copy is ready',
    intro: (name: string) =>
      `Hello ${name}, the copy of everything that Plaza holds of you is ready. You can download it for seven days; then it is removed.`,
    button: 'Go to your copy',
    notice: 'If you did not ask for it, sign out every browser and choose a new password.',
  },
  erasureAsked: {
    subject: 'Your Plaza account will be erased',
    preview: 'Sign in to keep it.',
    heading: 'Your account will be erased',
    intro: (name: string, day: string) =>
      `Hello ${name}, your account is signed out everywhere and will be erased on ${day}, with everything that is yours. Until then you can keep it: sign in and say so.`,
    button: 'Keep my account',
    notice: 'If you did not ask for it, sign in, keep your account and choose a new password at once.',
  },
} as const;
