import { describe, expect, it } from 'vitest';
import {
  attemptKey,
  endAttempt,
  forgetPendingOrder,
  pendingOrderId,
  rememberPendingOrder,
  type Storage,
} from './order-attempt.ts';

function memory(): Storage {
  const items = new Map<string, string>();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  };
}

const forbidden: Storage = {
  getItem: () => {
    throw new Error('SecurityError');
  },
  setItem: () => {
    throw new Error('SecurityError');
  },
  removeItem: () => {
    throw new Error('SecurityError');
  },
};

describe('the key of an attempt to order', () => {
  it('stays the same until there is an answer', () => {
    const storage = memory();
    expect(attemptKey(storage, 4)).toBe(attemptKey(storage, 4));
  });

  it('is new after an answer', () => {
    const storage = memory();
    const first = attemptKey(storage, 4);
    endAttempt(storage);
    expect(attemptKey(storage, 4)).not.toBe(first);
  });

  it('is new for a cart that has changed', () => {
    const storage = memory();
    expect(attemptKey(storage, 4)).not.toBe(attemptKey(storage, 5));
  });

  it('is still given where the browser forbids storage', () => {
    expect(attemptKey(forbidden, 1)).toMatch(/^[0-9a-f-]{36}$/);
    expect(() => endAttempt(forbidden)).not.toThrow();
  });
});

describe('the order that waits for payment', () => {
  it('is remembered until it is forgotten', () => {
    const storage = memory();
    rememberPendingOrder(storage, 'order-1');
    expect(pendingOrderId(storage)).toBe('order-1');
    forgetPendingOrder(storage);
    expect(pendingOrderId(storage)).toBeNull();
  });
});
