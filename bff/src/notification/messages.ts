/** What every mail says around its content. */
export const messages = {
  brand: 'Plaza',
  linkHint: 'If the button does not work, copy this address:',
  footer: 'Plaza, the marketplace of independent sellers.',
  home: 'Visit Plaza',
} as const;
