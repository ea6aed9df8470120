import { newId, type RolloutChange } from '@plaza/contracts';
import { describe, expect, it } from 'vitest';
import { rolloutMarkers } from './rollout-markers.ts';

const period = { from: '2026-02-27', to: '2026-03-02' };
const change = (action: RolloutChange['action'], at: string): RolloutChange => ({
  id: newId(),
  at,
  action,
  by: 'Ada',
  reason: 'Sells more',
  version: '0123456789abcdef',
});

describe('a line in a chart of a frontend', () => {
  it('says of a day what visitors got last, and of each change who made it and why', () => {
    const changes = [
      change('promoted', '2026-03-01T23:59:59.000Z'),
      { ...change('canary_started', '2026-03-01T08:00:00.000Z'), by: null },
      // Nobody gets it yet.
      change('registered', '2026-03-01T07:00:00.000Z'),
      change('activated', '2026-02-26T23:59:59.000Z'),
    ];
    expect(rolloutMarkers(changes, period)).toEqual([
      {
        label: 'Mar 1',
        name: 'Canary promoted +1',
        notes: [
          'Canary promoted 0123456789abcdef by Ada: Sells more',
          'Canary started 0123456789abcdef by An account that is gone: Sells more',
        ],
      },
    ]);
  });

  it('does not list more than a tooltip can hold', () => {
    const changes = Array.from({ length: 9 }, () => change('held', '2026-03-01T08:00:00.000Z'));
    const [marker] = rolloutMarkers(changes, period);
    expect(marker?.name).toBe('Canary held +8');
    expect(marker?.notes).toHaveLength(5);
    expect(marker?.notes.at(-1)).toBe('And 5 more');
  });
});
