import { describe, expect, it } from 'vitest';
import { WriteGate } from './write-gate.ts';

const waiting = () => {
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { ended, end };
};
const turns = async () => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
};

describe('a pause', () => {
  it('begins when all that is under way has ended, and what comes meanwhile waits for its end', async () => {
    const gate = new WriteGate();
    const seen: string[] = [];
    const [writing, pausing] = [waiting(), waiting()];
    const first = gate.enter(() => writing.ended.then(() => seen.push('first')));
    const pause = gate.pause(async () => {
      seen.push('pause');
      await pausing.ended;
      seen.push('over');
    });
    const second = gate.enter(async () => seen.push('second'));
    await turns();
    expect(seen).toEqual([]);
    writing.end();
    await first;
    await turns();
    expect(seen).toEqual(['first', 'pause']);
    pausing.end();
    await Promise.all([pause, second]);
    expect(seen).toEqual(['first', 'pause', 'over', 'second']);
  });

  it('that fails says so, and is over', async () => {
    const gate = new WriteGate();
    await expect(gate.pause(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await gate.enter(async () => 'written')).toBe('written');
  });

  it('begins after a writer that failed, and after another pause', async () => {
    const gate = new WriteGate();
    const failed = gate.enter(() => Promise.reject(new Error('away')));
    const seen: number[] = [];
    await Promise.all([
      expect(failed).rejects.toThrow('away'),
      gate.pause(async () => seen.push(1)),
      gate.pause(async () => seen.push(2)),
    ]);
    expect(seen).toEqual([1, 2]);
  });
});
