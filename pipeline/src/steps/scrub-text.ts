/**
 * Personal data in free text: e-mail addresses, phone numbers, card numbers, and what is secret in the query of an
 * address. Each becomes a word in brackets that says what stood there. Identifiers, prices and dates stay. What is
 * escaped for an address is found too.
 */
export function scrubText(text: string): string {
  // Almost every text has none of the signs, and every text of every event comes by here. Most digits are those of ids.
  if (text.length === UUID_LENGTH && UUID.test(text)) return text;
  let clean = text;
  if (hasAny(clean, '=', '%3')) clean = clean.replace(SECRET_PARAMETER, '$1[removed]');
  if (clean.includes('eyJ')) clean = clean.replace(SIGNED_TOKEN, '[token]');
  if (hasAny(clean, '@', '%40')) clean = clean.replace(EMAIL, '[email]');
  if (!MANY_DIGITS.test(clean)) return clean;
  return clean
    .replace(CARD, (written) => (isCardNumber(unescaped(written)) ? '[card]' : written))
    .replace(PHONE, '[phone]');
}

const hasAny = (text: string, sign: string, escaped: string): boolean =>
  text.includes(sign) || text.includes(escaped);

/** Numbers are amounts and counts, but a card number may come as one. */
export const isCardNumeric = (value: number): boolean =>
  value >= 1e12 && Number.isSafeInteger(value) && isCardNumber(String(value));

// Every pattern begins only where a run begins, or is bounded: a text of any length takes time in its length.

const UUID_LENGTH = 36;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** As many as the shortest phone number has, with what may stand between them. */
const MANY_DIGITS = /\d(?:(?:[ ()./+-]|%2[089bdf]){0,3}\d){6}/i;

const EMAIL =
  /(?<![\w.%+'\u00a1-\uffff-])[\w.%+'\u00a1-\uffff-]+(?:@|%40)[\w\u00a1-\uffff-]+(?:\.[\w\u00a1-\uffff-]+)+/gi;

/** Not in the middle of an identifier. */
const START = '(?:(?<=%[0-9A-F]{2})|(?<![\\w.-]))';
const END = '(?![\\w-])';
const BLANK = '(?:[ +-]|%20|%2B)';

const CARD = new RegExp(`${START}[2-6]\\d{3}(?:${BLANK}?\\d){9,15}${END}`, 'gi');

const BETWEEN = '(?:[ ()./+-]|%2[089BF])';
const PHONE = new RegExp(
  [
    // With the country.
    `(?:(?<!\\w)\\+|(?<![\\w-])%2B)\\d(?:${BETWEEN}{0,3}\\d){6,14}${END}`,
    // As in America.
    `(?:\\(|%28)[2-9]\\d{2}(?:\\)|%29)${BLANK}?\\d{3}(?:${BLANK}|\\.)?\\d{4}${END}`,
    `${START}[2-9]\\d{2}([ .-]|%20|\\+)\\d{3}(?:\\1)\\d{4}${END}`,
    // From a zero on, as in most of Europe.
    `${START}0\\d{2,4}(?:[ /+-]|%20|%2F)\\d{3,4}(?:${BLANK}?\\d{2,4}){1,2}${END}`,
  ].join('|'),
  'gi',
);

const SECRET_PARAMETER =
  /((?:[?&#;]|%3f|%26)(?:[\w.-]{0,40}(?:token|secret|password|passwd|pwd|api_?key|auth|authorization|session|signature|otp|jwt|e?mail|phone)|code|state|sig|key|sid|pass|ticket|nonce|user)(?:=|%3d))(?:(?!%26)[^&#;\s"'])+/gi;

const SIGNED_TOKEN = /(?<![\w-])eyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?/g;

const unescaped = (written: string): string => written.replace(/%2[0B]/gi, ' ');

/** By the last digit, which is made from the others. */
function isCardNumber(text: string): boolean {
  const digits = text.replace(/\D/g, '');
  if (digits.length < 13 || digits.length > 19 || !/^[2-6]/.test(digits)) return false;
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - index) - 48;
    const doubled = index % 2 === 0 ? digit : digit * 2;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
