/** Events may arrive late (a laptop that slept), but not from another year. */
export const MAX_AGE_MS = 400 * 86_400_000;

export type CorrectedTime = { ok: true; timestampMs: number } | { ok: false; reason: 'invalid' | 'too_old' };

/**
 * The moment of an event by our clock. Clients' clocks are wrong, but the distance between event and sending is right
 * on any clock: it is taken back from the moment of arrival.
 * @param timestamp what the client wrote: ISO 8601, milliseconds, or nothing
 * @param sentAtMs the client's clock when it sent the request; null when it did not say
 * @param receivedAtMs our clock when the request arrived; no event is later than this
 */
export function correctClock(
  timestamp: unknown,
  sentAtMs: number | null,
  receivedAtMs: number,
): CorrectedTime {
  if (timestamp === undefined || timestamp === null) return { ok: true, timestampMs: receivedAtMs };
  const clientMs = readTime(timestamp);
  if (clientMs === null) return { ok: false, reason: 'invalid' };
  const corrected = sentAtMs === null ? clientMs : receivedAtMs - (sentAtMs - clientMs);
  const timestampMs = Math.min(corrected, receivedAtMs);
  if (timestampMs < receivedAtMs - MAX_AGE_MS) return { ok: false, reason: 'too_old' };
  return { ok: true, timestampMs };
}

/** @returns milliseconds since 1970, whole; null when it is no time. */
export function readTime(value: unknown): number | null {
  const ms =
    typeof value === 'number'
      ? value
      : typeof value !== 'string' || value.length > 40
        ? Number.NaN
        : /^\d{12,14}$/.test(value)
          ? Number(value)
          : Date.parse(value);
  return Number.isFinite(ms) && Math.abs(ms) <= 8.64e15 ? Math.trunc(ms) : null;
}
