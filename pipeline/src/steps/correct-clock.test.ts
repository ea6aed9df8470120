import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { receivedAtMs } from '../test-support/raw-event.ts';
import { correctClock, MAX_AGE_MS } from './correct-clock.ts';

describe('the clock of an event', () => {
  const moments = fc.integer({ min: receivedAtMs - MAX_AGE_MS / 2, max: receivedAtMs });
  const skews = fc.integer({ min: -10_000_000_000, max: 10_000_000_000 });

  it('does not depend on how wrong the client’s clock is', () => {
    fc.assert(
      fc.property(moments, skews, fc.integer({ min: 0, max: 5_000 }), (trueMs, skewMs, latencyMs) => {
        const sentAtMs = receivedAtMs - latencyMs;
        const corrected = correctClock(
          new Date(trueMs + skewMs).toISOString(),
          sentAtMs + skewMs,
          receivedAtMs,
        );
        const expected = Math.min(trueMs + latencyMs, receivedAtMs);
        expect(corrected).toEqual({ ok: true, timestampMs: expected });
      }),
    );
  });

  it('is never ahead of ours', () => {
    fc.assert(
      fc.property(fc.anything(), fc.option(fc.integer()), (timestamp, sentAtMs) => {
        const corrected = correctClock(timestamp, sentAtMs, receivedAtMs);
        if (corrected.ok) expect(corrected.timestampMs).toBeLessThanOrEqual(receivedAtMs);
      }),
    );
  });

  it('is the moment of arrival when the client states none', () => {
    expect(correctClock(undefined, null, receivedAtMs)).toEqual({ ok: true, timestampMs: receivedAtMs });
  });
});
