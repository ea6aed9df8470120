/** What is answered when a limit is reached. @param retryAfterMs how long until it is not any more */
export function tooManyAttempts(retryAfterMs: number) {
  const minutes = Math.max(1, Math.ceil(retryAfterMs / 60_000));
  const wait = minutes === 1 ? 'a minute' : `${minutes} minutes`;
  return {
    ok: false,
    code: 'too_many_attempts',
    message: `Too many attempts. Try again in ${wait}.`,
  } as const;
}
