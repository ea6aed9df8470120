import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Remotes } from '../remotes/remotes.ts';
import { loadUntilThere } from './load-until-there.ts';

const NAME = 'checkout/mini-cart';
const MODULE = { default: () => null };

/** Remotes whose part cannot be had the first so many times. */
function failing(times: number) {
  const load = vi.fn(async () => {
    if (load.mock.calls.length <= times) throw new Error('away');
    return MODULE;
  });
  const forgetFailure = vi.fn();
  const nothing = () => undefined;
  const remotes: Remotes = {
    load,
    forgetFailure,
    peek: nothing,
    discard: nothing,
    isOff: () => false,
    versionOf: () => '',
  };
  return { remotes, load, forgetFailure };
}

beforeEach(() => {
  vi.useFakeTimers();
  const events = new EventTarget();
  vi.stubGlobal('navigator', { onLine: true });
  vi.stubGlobal('document', Object.assign(events, { visibilityState: 'visible' }));
  vi.stubGlobal('window', new EventTarget());
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a part that the server has drawn', () => {
  it('is fetched as often as it takes, and its reader is told once that it is not there', async () => {
    const { remotes, load, forgetFailure } = failing(3);
    const onFirstFailure = vi.fn();
    const { module } = loadUntilThere(remotes, NAME, onFirstFailure);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await module).toBe(MODULE);
    expect([load, forgetFailure, onFirstFailure].map(({ mock }) => mock.calls.length)).toEqual([4, 3, 1]);
  });

  it('is not fetched any more when nobody needs it', async () => {
    const { remotes, load } = failing(100);
    const { stop } = loadUntilThere(remotes, NAME, () => undefined);
    await vi.advanceTimersByTimeAsync(3_000);
    const count = load.mock.calls.length;
    stop();
    await vi.advanceTimersByTimeAsync(600_000);
    expect(load.mock.calls.length).toBe(count);
  });
});
