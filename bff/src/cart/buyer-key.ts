import type { Visitor } from '../platform/trpc.ts';

export const accountBuyerKey = (accountId: string) => `account:${accountId}`;
export const browserBuyerKey = (cartTokenHash: string) => `cart:${cartTokenHash}`;
/** As a pattern of SQL: the keys of all browsers in which nobody was signed in. */
export const GUEST_BUYER_KEYS = browserBuyerKey('%');

/** Whose cart this is: the account's when signed in, else the browser's; null for a browser that has none yet. */
export async function findBuyerKey(visitor: Visitor): Promise<string | null> {
  const account = await visitor.account();
  if (account) return accountBuyerKey(account.id);
  return visitor.cartTokenHash === null ? null : browserBuyerKey(visitor.cartTokenHash);
}

/** As `findBuyerKey`; a browser without a cart is given one. */
export async function ensureBuyerKey(visitor: Visitor): Promise<string> {
  return (await findBuyerKey(visitor)) ?? browserBuyerKey(visitor.ensureCartToken());
}

/** Every key under which this visitor may have placed orders: the account's, and the browser's. */
export async function listBuyerKeys(visitor: Visitor): Promise<string[]> {
  const account = await visitor.account();
  const keys = account ? [accountBuyerKey(account.id)] : [];
  if (visitor.cartTokenHash !== null) keys.push(browserBuyerKey(visitor.cartTokenHash));
  return keys;
}
