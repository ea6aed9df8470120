import { newId } from '@plaza/contracts';

/** The part of `sessionStorage` that is needed; it may throw where a browser forbids it. */
export type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem'>;

const ATTEMPT_ITEM = 'plaza:order-attempt';
const PENDING_ITEM = 'plaza:pending-order';

/**
 * The key of the attempt to order this cart. The same until an answer came, over reloads too, so that an answer that
 * was lost never makes a second order; another cart is another attempt.
 * @param cartVersion `version` of the cart that is being ordered
 */
export function attemptKey(storage: Storage, cartVersion: number): string {
  const [known, version] = (read(storage, ATTEMPT_ITEM) ?? '').split('@');
  if (known && version === String(cartVersion)) return known;
  const key = newId();
  write(storage, ATTEMPT_ITEM, `${key}@${cartVersion}`);
  return key;
}

/** The attempt was answered, with yes or no: the next is a new one. */
export const endAttempt = (storage: Storage): void => remove(storage, ATTEMPT_ITEM);

/** The order whose payment this tab opened and has not seen settled. */
export const pendingOrderId = (storage: Storage): string | null => read(storage, PENDING_ITEM);
export const rememberPendingOrder = (storage: Storage, orderId: string): void =>
  write(storage, PENDING_ITEM, orderId);
export const forgetPendingOrder = (storage: Storage): void => remove(storage, PENDING_ITEM);

// A browser without storage still buys: it only forgets over a reload.
function read(storage: Storage, item: string): string | null {
  try {
    return storage.getItem(item);
  } catch {
    return null;
  }
}
function write(storage: Storage, item: string, value: string): void {
  try {
    storage.setItem(item, value);
  } catch {}
}
function remove(storage: Storage, item: string): void {
  try {
    storage.removeItem(item);
  } catch {}
}
