/** What every mail says around its content. */
export const messages = {
  brand: 'Plaza',
  linkHint: (label: string) => `If the button does not work, copy this address (${label}):`,
  footer: 'Plaza, the marketplace of independent sellers.',
  home: 'Visit Plaza',
} as const;
