const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** How long an access token works. Whoever holds one has that long, whatever happens to its client elsewhere. */
export const TOKEN_LIFE_MS = 10 * MINUTE_MS;
/** How long a key signs. */
export const KEY_LIFE_MS = 30 * DAY_MS;
/** How long a key is published before it signs, so that whoever keeps the published ones has it in time. */
export const PUBLISHED_AHEAD_MS = DAY_MS;
/** How long it stays published after: as long as a token may live, and the clocks of others may differ. */
const PUBLISHED_AFTER_MS = TOKEN_LIFE_MS + 50 * MINUTE_MS;

/** By how much the clocks of processes may differ: the first key signs for all of them from the start. */
export const CLOCKS_DIFFER_MS = 5 * MINUTE_MS;

interface Key {
  id: string;
  signsFrom: Date;
}
export interface RotationPlan {
  /** From when on a key that has to be made now signs; null when none is needed. */
  addFrom: Date | null;
  /** Ids of keys by which no token that works can be signed. */
  removeIds: string[];
}

/** What has to be done to the keys now. @param keys by when they begin to sign */
export function planRotation(keys: readonly Key[], now: Date): RotationPlan {
  const newest = keys.at(-1);
  const removeIds = keys
    .filter((_key, index) => {
      const next = keys[index + 1];
      return next !== undefined && next.signsFrom.getTime() + PUBLISHED_AFTER_MS <= now.getTime();
    })
    .map(({ id }) => id);
  if (!newest) return { addFrom: new Date(now.getTime() - CLOCKS_DIFFER_MS), removeIds };
  const dueAt = newest.signsFrom.getTime() + KEY_LIFE_MS;
  if (dueAt - PUBLISHED_AHEAD_MS > now.getTime()) return { addFrom: null, removeIds };
  return { addFrom: new Date(Math.max(dueAt, now.getTime() + PUBLISHED_AHEAD_MS)), removeIds };
}

/** The key that signs now: the last that has begun to; null when none has. */
export const signingKeyAt = <SomeKey extends Key>(keys: readonly SomeKey[], now: Date): SomeKey | null =>
  keys.findLast(({ signsFrom }) => signsFrom.getTime() <= now.getTime()) ?? null;
