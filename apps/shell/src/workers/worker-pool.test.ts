import { Worker } from 'node:worker_threads';
import pino from 'pino';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createPulseMemory, Pulse } from './pulse.ts';
import { WorkerLost, WorkerPool } from './worker-pool.ts';

/** A worker in plain JavaScript, for threads start without the tests' own loader. */
const SOURCE = `
const { parentPort, workerData, threadId } = require('node:worker_threads');
const places = new Int32Array(workerData.pulse.buffer);
setInterval(() => Atomics.add(places, 0, 1), 100).unref();
const gate = new Int32Array(workerData.gate);
const hoard = [];
parentPort.on('message', ({ id, input }) => {
  if (input === 'loop') { Atomics.store(places, 1, 2); for (;;); }
  if (input === 'leak') for (;;) hoard.push(new Array(100_000).fill(id));
  if (input === 'throw') return parentPort.postMessage({ kind: 'failed', id, error: new Error('no') });
  if (input === 'wait') return void Atomics.waitAsync(gate, 0, 0).value.then(() => parentPort.postMessage({ kind: 'done', id, output: workerData.name }));
  parentPort.postMessage({ kind: 'done', id, output: input === 'name' ? workerData.name : input + ' ' + threadId });
});
if (workerData.name === 'broken') throw new Error('cannot start');
parentPort.postMessage({ kind: 'ready', note: workerData.name });
`;
/** What a job that waits is let through by. */
const gate = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
const recipe = (name: string) => () => {
  const memory = createPulseMemory(['catalog/home', 'catalog/product']);
  const worker = new Worker(SOURCE, {
    eval: true,
    workerData: { name, pulse: memory, gate: gate.buffer },
    resourceLimits: { maxOldGenerationSizeMb: 32 },
  });
  return { worker, pulse: new Pulse(memory) };
};

const pools: WorkerPool<string, string, string>[] = [];
async function startPool(size: number): Promise<WorkerPool<string, string, string>> {
  const pool = new WorkerPool<string, string, string>({ size, log: pino({ level: 'silent' }) });
  pools.push(pool);
  expect(await pool.replace(recipe('first'))).toBe('first');
  return pool;
}
afterEach(() => Promise.all(pools.splice(0).map((pool) => pool.close())));

describe('a pool of workers', () => {
  it('shares jobs among its threads', async () => {
    const pool = await startPool(2);
    // The second one starts while the first already works.
    await vi.waitFor(async () => {
      const answers = await Promise.all(Array.from({ length: 20 }, () => pool.run('work')));
      expect(new Set(answers).size).toBe(2);
    }, 20_000);
  });

  it('hands on what a job throws', async () => {
    const pool = await startPool(1);
    await expect(pool.run('throw')).rejects.toThrow('no');
    await expect(pool.run('name')).resolves.toBe('first');
  });

  it('ends a worker that loops, names what it was drawing, and goes on', async () => {
    const pool = await startPool(1);
    const lost: unknown = await pool.run('loop').catch((error: unknown) => error);
    expect(lost).toBeInstanceOf(WorkerLost);
    expect(lost).toMatchObject({ suspect: 'catalog/product' });
    await expect(pool.run('name')).resolves.toBe('first');
  });

  it('survives a worker that runs out of memory', async () => {
    const pool = await startPool(1);
    await expect(pool.run('leak')).rejects.toBeInstanceOf(WorkerLost);
    await expect(pool.run('name')).resolves.toBe('first');
  });

  it('lets what was begun end when others take over, and gives them what comes', async () => {
    const pool = await startPool(2);
    const begun = pool.run('wait');
    await pool.replace(recipe('second'));
    await expect(pool.run('name')).resolves.toBe('second');
    Atomics.store(gate, 0, 1);
    Atomics.notify(gate, 0);
    await expect(begun).resolves.toBe('first');
  });

  it('keeps the workers that it has when others cannot start', async () => {
    const pool = await startPool(1);
    await expect(pool.replace(recipe('broken'))).rejects.toThrow();
    await expect(pool.run('name')).resolves.toBe('first');
  });
});
