import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Surroundings, scheduleRetry, waitMs } from './schedule-retry.ts';

let surroundings: Surroundings;
let state: { isOnline: boolean; isVisible: boolean };
const retry = vi.fn();
const ALL_WAITS_MS = 100_000;

beforeEach(() => {
  vi.useFakeTimers();
  retry.mockReset();
  state = { isOnline: true, isVisible: true };
  surroundings = {
    isOnline: () => state.isOnline,
    isVisible: () => state.isVisible,
    network: new EventTarget(),
    page: new EventTarget(),
  };
});
afterEach(() => {
  vi.useRealTimers();
});

const comeOnline = () => {
  state.isOnline = true;
  surroundings.network.dispatchEvent(new Event('online'));
};
const comeIntoSight = () => {
  state.isVisible = true;
  surroundings.page.dispatchEvent(new Event('visibilitychange'));
};

describe('a retry', () => {
  it('comes once, after a wait that doubles with every failure up to a minute', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 500].map(waitMs)).toEqual([
      2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000,
    ]);
    scheduleRetry(retry, 2, surroundings);
    vi.advanceTimersByTime(7_900);
    expect(retry).not.toHaveBeenCalled();
    vi.advanceTimersByTime(ALL_WAITS_MS);
    comeOnline();
    comeIntoSight();
    expect(retry).toHaveBeenCalledOnce();
  });

  it('comes at once when the network is back', () => {
    scheduleRetry(retry, 6, surroundings);
    comeOnline();
    expect(retry).toHaveBeenCalledOnce();
  });

  it('waits for the network', () => {
    state.isOnline = false;
    scheduleRetry(retry, 0, surroundings);
    vi.advanceTimersByTime(ALL_WAITS_MS);
    expect(retry).not.toHaveBeenCalled();
    comeOnline();
    expect(retry).toHaveBeenCalledOnce();
  });

  it('waits until somebody looks, and is not early for that', () => {
    state.isVisible = false;
    scheduleRetry(retry, 0, surroundings);
    comeIntoSight();
    expect(retry).not.toHaveBeenCalled();
    state.isVisible = false;
    vi.advanceTimersByTime(ALL_WAITS_MS);
    expect(retry).not.toHaveBeenCalled();
    comeIntoSight();
    expect(retry).toHaveBeenCalledOnce();
  });

  it('can be called off', () => {
    scheduleRetry(retry, 0, surroundings)();
    vi.advanceTimersByTime(ALL_WAITS_MS);
    comeOnline();
    expect(retry).not.toHaveBeenCalled();
  });
});
