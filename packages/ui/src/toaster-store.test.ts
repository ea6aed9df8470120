import { describe, expect, it, vi } from 'vitest';
import { createToaster } from './toaster-store.ts';

describe('a toaster', () => {
  it('tells its listeners and forgets what is dismissed', () => {
    const toaster = createToaster();
    const listener = vi.fn();
    const stop = toaster.subscribe(listener);
    const id = toaster.show({ title: 'Saved' });
    expect(toaster.list().map((toast) => toast.title)).toEqual(['Saved']);
    toaster.dismiss(id);
    expect(toaster.list()).toEqual([]);
    stop();
    toaster.show({ title: 'Again' });
    expect(listener).toHaveBeenCalledTimes(2);
  });
  it('keeps the newest few and gives errors more time', () => {
    const toaster = createToaster();
    for (let count = 0; count < 10; count += 1) toaster.show({ title: String(count) });
    expect(toaster.list().map((toast) => toast.title)).toEqual(['6', '7', '8', '9']);
    toaster.show({ title: 'Failed', tone: 'danger' });
    const [ordinary, failed] = toaster.list().slice(-2);
    expect(failed?.durationMs).toBeGreaterThan(ordinary?.durationMs ?? 0);
  });
});
