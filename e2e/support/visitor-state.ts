/** A browser whose owner has answered the question about being counted before. */
export const withConsent = (consent: 'granted' | 'denied', origin: string) => ({
  cookies: [],
  origins: [{ origin, localStorage: [{ name: 'plaza-consent', value: consent }] }],
});
