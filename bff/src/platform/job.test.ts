import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { every } from './job.ts';
import { createWaker } from './waker.ts';

const log = pino({ level: 'silent' });
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a job', () => {
  it('comes back about every interval, also after it failed', async () => {
    const work = vi.fn(async () => {
      throw new Error('once in a while');
    });
    const job = every(1_000, 'test', work, log);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(work.mock.calls.length).toBeGreaterThanOrEqual(8);
    expect(work.mock.calls.length).toBeLessThanOrEqual(12);
    await job.stop();
  });

  it('never runs twice at once', async () => {
    const ends: (() => void)[] = [];
    const job = every(100, 'slow', () => new Promise<void>((resolve) => ends.push(resolve)), log);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(ends).toHaveLength(1);
    ends[0]?.();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(ends).toHaveLength(2);
    ends[1]?.();
    await job.stop();
  });

  it('is told to end and waited for', async () => {
    let isEnded = false;
    const work = (signal: AbortSignal) =>
      new Promise<void>((resolve) =>
        signal.addEventListener('abort', () => {
          isEnded = true;
          resolve();
        }),
      );
    const job = every(10, 'long', work, log);
    await vi.advanceTimersByTimeAsync(50);
    await job.stop();
    expect(isEnded).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('runs at once when somebody rings, and once more when they ring while it runs', async () => {
    const waker = createWaker();
    const ends: (() => void)[] = [];
    const work = vi.fn(() => new Promise<void>((end) => ends.push(end)));
    const job = every(60_000, 'rung', work, log, waker);
    waker.wake();
    await vi.advanceTimersByTimeAsync(1);
    expect(work).toHaveBeenCalledTimes(1);
    waker.wake();
    waker.wake();
    await vi.advanceTimersByTimeAsync(1);
    expect(work).toHaveBeenCalledTimes(1);
    ends[0]?.();
    await vi.advanceTimersByTimeAsync(1);
    expect(work).toHaveBeenCalledTimes(2);
    ends[1]?.();
    await job.stop();
    waker.wake();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(work).toHaveBeenCalledTimes(2);
  });
});
