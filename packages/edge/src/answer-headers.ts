type Headers = Readonly<Record<string, string>>;

/**
 * What an answer is, as far as its headers go. `data`: what programs read, and everything that is nothing else;
 * `document`: a page, whose content policy comes with it; `file`: a script, style, font or list that never changes or is
 * the same for all; `picture`: what people uploaded; `capture`: events, from pages of any origin.
 */
export type AnswerKind = 'data' | 'document' | 'file' | 'picture' | 'capture';

/** Nothing may be loaded, run, framed or sent: for answers that are no documents, should a browser take one for it. */
const INERT = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Features that pages do without are off, for them and for whatever they may ever hold; passkeys are for us alone. */
const PERMISSIONS = [
  ...['accelerometer', 'autoplay', 'browsing-topics', 'camera', 'display-capture', 'geolocation'],
  ...['gyroscope', 'hid', 'idle-detection', 'local-fonts', 'magnetometer', 'microphone', 'midi', 'payment'],
  ...['screen-wake-lock', 'serial', 'usb', 'xr-spatial-tracking'],
]
  .map((feature) => `${feature}=()`)
  .concat(['publickey-credentials-create=(self)', 'publickey-credentials-get=(self)'])
  .join(', ');

const TWO_YEARS_S = 63_072_000;

const COMMON: Headers = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': PERMISSIONS,
};

const BY_KIND: Readonly<Record<AnswerKind, Headers>> = {
  data: { 'content-security-policy': INERT, 'cache-control': 'no-store' },
  document: { 'origin-agent-cluster': '?1' },
  // A worker runs under the policy of its own script.
  file: { 'content-security-policy': `${INERT}; script-src 'self'; connect-src 'self'` },
  // Mails in a browser, and search engines, show them too. A drawing may hold script: the sandbox keeps it from running.
  picture: {
    'content-security-policy': `${INERT}; style-src 'unsafe-inline'; sandbox`,
    'cross-origin-resource-policy': 'cross-origin',
  },
  capture: {
    'content-security-policy': INERT,
    'cache-control': 'no-store',
    'cross-origin-resource-policy': 'cross-origin',
  },
};

/**
 * The headers that every answer of a kind has; what an answer says itself comes before them.
 * @param isSecure whether visitors come by https
 */
export function answerHeaders(kind: AnswerKind, isSecure: boolean): Headers {
  return {
    ...COMMON,
    ...(isSecure && { 'strict-transport-security': `max-age=${TWO_YEARS_S}; includeSubDomains` }),
    ...BY_KIND[kind],
  };
}

/** Whether visitors come by https. @param publicUrl the origin that they see */
export const isSecureOrigin = (publicUrl: string): boolean => publicUrl.startsWith('https:');
