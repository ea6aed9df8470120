import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ProcessList } from './process-list.ts';
import { type RunningProcess, Service } from './service.ts';

let folder: string;
let list: ProcessList;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plaza-service-'));
  list = new ProcessList(join(folder, 'processes.json'));
  vi.useFakeTimers();
  vi.spyOn(console, 'log').mockImplementation(() => {});
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

/** A process that the test ends when it wants. */
function fakeProcess(): RunningProcess & { crash: () => void } {
  let end = () => {};
  const exited = new Promise<void>((resolve) => {
    end = resolve;
  });
  return {
    pid: process.pid,
    exited,
    crash: () => end(),
    stop: async () => end(),
  };
}

describe('a service', () => {
  it('is started again when its process crashes, and not when it was stopped', async () => {
    const runs: ReturnType<typeof fakeProcess>[] = [];
    const service = new Service('bff', list, async () => {
      const next = fakeProcess();
      runs.push(next);
      return next;
    });
    await service.start();
    runs[0]?.crash();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(runs).toHaveLength(2);
    await service.stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(runs).toHaveLength(2);
  });

  it('is tried again with longer pauses while it does not come up', async () => {
    let launches = 0;
    const first = fakeProcess();
    const service = new Service('bff', list, async () => {
      launches += 1;
      if (launches === 1) return first;
      throw new Error('no');
    });
    await service.start();
    first.crash();
    await vi.advanceTimersByTimeAsync(4_000);
    const early = launches;
    await vi.advanceTimersByTimeAsync(40_000);
    expect(early).toBeGreaterThan(2);
    expect(launches - early).toBeLessThanOrEqual(6);
    await service.stop();
  });

  it('says at the first start that it does not come up', async () => {
    const service = new Service('bff', list, () => Promise.reject(new Error('port taken')));
    await expect(service.start()).rejects.toThrow('port taken');
  });
});
