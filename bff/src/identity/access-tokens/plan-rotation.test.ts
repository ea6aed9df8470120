import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CLOCKS_DIFFER_MS,
  KEY_LIFE_MS,
  PUBLISHED_AHEAD_MS,
  planRotation,
  signingKeyAt,
  TOKEN_LIFE_MS,
} from './plan-rotation.ts';

const HOUR_MS = 3_600_000;

describe('the keys that tokens are signed with', () => {
  it('are always one that signs, published long before, and every one that has signed what still works', () => {
    const waits = fc.array(fc.integer({ min: 1, max: 80 * 24 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(waits, (waitsHours) => {
        let nowMs = Date.UTC(2026, 0, 1);
        let keys: { id: string; signsFrom: Date; publishedMs: number }[] = [];
        /** By which key a token was signed last, and when. */
        let last: { id: string; atMs: number } | null = null;
        for (const waitHours of [0, ...waitsHours]) {
          nowMs += waitHours * HOUR_MS;
          const now = new Date(nowMs);
          const isFirst = keys.length === 0;
          const { addFrom, removeIds } = planRotation(keys, now);
          keys = keys.filter(({ id }) => !removeIds.includes(id));
          if (addFrom) keys.push({ id: `key-${nowMs}`, signsFrom: addFrom, publishedMs: nowMs });
          const signing = signingKeyAt(keys, now);
          expect(signing).not.toBeNull();
          if (addFrom && !isFirst)
            expect(addFrom.getTime() - nowMs).toBeGreaterThanOrEqual(PUBLISHED_AHEAD_MS);
          if (last && nowMs - last.atMs <= TOKEN_LIFE_MS) expect(keys.map(({ id }) => id)).toContain(last.id);
          if (signing) last = { id: signing.id, atMs: nowMs };
          expect(planRotation(keys, now)).toEqual({ addFrom: null, removeIds: [] });
        }
      }),
    );
  });

  it('change every thirty days when the job runs every hour', () => {
    const startMs = Date.UTC(2026, 0, 1);
    let keys: { id: string; signsFrom: Date }[] = [];
    const signers = new Set<string>();
    for (let hour = 0; hour < 24 * 100; hour += 1) {
      const now = new Date(startMs + hour * HOUR_MS);
      const { addFrom, removeIds } = planRotation(keys, now);
      keys = keys.filter(({ id }) => !removeIds.includes(id));
      if (addFrom) keys.push({ id: addFrom.toISOString(), signsFrom: addFrom });
      signers.add(signingKeyAt(keys, now)?.id ?? '');
      expect(keys.length).toBeLessThanOrEqual(2);
    }
    // The first signs from a little before, the others from when the first job finds that they have to.
    const beganMs = [startMs - CLOCKS_DIFFER_MS, ...[1, 2, 3].map((turn) => startMs + turn * KEY_LIFE_MS)];
    expect([...signers]).toEqual(beganMs.map((atMs) => new Date(atMs).toISOString()));
  });
});
