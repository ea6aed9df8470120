/** Crockford's base 32: no I, L, O and U, which people take for other signs or for words. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 10;
const BITS = 5n;

/**
 * The number that people read out for an order: ten signs in two groups, `P7K3M-92QXT`, from the last 50 bits of its
 * id. The database refuses a number that is taken; the order is then placed with another id.
 */
export function toOrderNumber(orderId: string): string {
  const bits = BigInt(`0x${orderId.replaceAll('-', '')}`);
  const signs = Array.from({ length: LENGTH }, (_, place) => {
    const index = Number((bits >> (BITS * BigInt(LENGTH - 1 - place))) & 31n);
    return ALPHABET.charAt(index);
  }).join('');
  return `${signs.slice(0, LENGTH / 2)}-${signs.slice(LENGTH / 2)}`;
}

/** The number of one seller's part, counted from one: `P7K3M-92QXT-1`. */
export const toSellerOrderNumber = (orderNumber: string, part: number) => `${orderNumber}-${part}`;
