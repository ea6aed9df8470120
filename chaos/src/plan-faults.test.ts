import { describe, expect, it } from 'vitest';
import { type FaultPlanOptions, planFaults } from './plan-faults.ts';
import { createRandom } from './random.ts';

const planOf = (seed: number, durationMs: number) =>
  planFaults({
    random: createRandom(seed),
    durationMs,
    parts: ['pipeline-1', 'pipeline-2', 'redis', 'postgres', 'clickhouse'],
    links: ['pipeline-1>redis', 'pipeline-2>clickhouse'],
    stores: ['redis memory'],
    pauseMs: 1_000,
  } satisfies FaultPlanOptions);

describe('a plan of faults', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(planOf(7, 60_000)).toEqual(planOf(7, 60_000));
    expect(planOf(7, 60_000)).not.toEqual(planOf(8, 60_000));
  });

  it('leaves nothing out when it is long enough, and is in order of time', () => {
    const plan = planOf(7, 60_000);
    const touched = plan.map((fault) =>
      fault.kind === 'kill' ? fault.part : fault.kind === 'full' ? fault.store : fault.link,
    );
    expect(new Set(touched).size).toBe(8);
    expect(plan.map(({ atMs }) => atMs)).toEqual(plan.map(({ atMs }) => atMs).sort((a, b) => a - b));
    expect(plan.every((fault) => fault.kind === 'kill' || fault.endsAtMs > fault.atMs)).toBe(true);
  });
});
