const DAY_MS = 86_400_000;

/** A client that is not used for so long ends; each use begins the time anew. */
export const REFRESH_IDLE_MS = 30 * DAY_MS;
/** However much it is used. */
export const CLIENT_LIFE_MS = 365 * DAY_MS;
/**
 * How long a token that was just used may be sent once more, by a client that has not got the answer: our own answers
 * take 20 seconds at most. What was given for it is withdrawn then, so that never more than one works; whoever has that
 * one in spite of it is found out when they use it.
 */
export const LOST_ANSWER_MS = 30_000;

/** A refresh token as it is kept. */
export interface KeptToken {
  expiresAt: Date;
  /** When it was used or withdrawn. */
  usedAt: Date | null;
  /** Whether what was given for it has not been used: then nobody shows having got it. */
  isSuccessorUnused: boolean;
}

/**
 * What a use of a refresh token means: `rotate` gives the next one, `repeat` withdraws what was given for it and gives
 * another one, `reuse` means that two have it.
 */
export type RefreshVerdict = 'rotate' | 'repeat' | 'reuse' | 'expired';

export function judgeRefresh({ expiresAt, usedAt, isSuccessorUnused }: KeptToken, now: Date): RefreshVerdict {
  if (usedAt === null) return now.getTime() < expiresAt.getTime() ? 'rotate' : 'expired';
  const isRecent = now.getTime() - usedAt.getTime() <= LOST_ANSWER_MS;
  return isRecent && isSuccessorUnused ? 'repeat' : 'reuse';
}
