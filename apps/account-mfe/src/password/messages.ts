/** Every word about choosing a password. */
export const messages = {
  hint: 'A few words in a row are strong and easy to remember. Pasting one is fine.',
  strength: (label: string) => `Strength: ${label}`,
  labels: ['too easy to guess', 'weak', 'fair', 'good', 'strong'],
  rules: 'What a password needs',
  ruleLength: 'At least 10 characters, any of them',
  ruleOwn: 'Not built from your name, your address, a row of keys or repetition',
  ruleLeaked: 'Not known from a leak elsewhere; checked when you send it',
  done: 'fulfilled',
  open: 'not yet',
} as const;
