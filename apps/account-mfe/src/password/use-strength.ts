import { findWeakness, newPasswordSchema } from '@plaza/contracts';
import { useEffect, useState } from 'react';

export interface Strength {
  isLongEnough: boolean;
  isUnforeseen: boolean;
  /** 0 to 4; null as long as nobody knows. */
  score: 0 | 1 | 2 | 3 | 4 | null;
}

const TYPING_PAUSE_MS = 150;

/** How good a password is while it is typed. The estimator is fetched with the first character. */
export function useStrength(password: string, own: readonly string[]): Strength {
  const isLongEnough = newPasswordSchema.safeParse(password).success;
  const isUnforeseen = password !== '' && findWeakness(password, own) === null;
  const [estimated, setEstimated] = useState<{ password: string; score: Strength['score'] } | null>(null);
  const ownKey = own.join('\n');

  useEffect(() => {
    if (password === '') return undefined;
    let isWanted = true;
    const timer = setTimeout(async () => {
      const { estimateStrength } = await import('./estimate-strength.ts').catch(() => ({
        estimateStrength: () => null,
      }));
      if (isWanted) setEstimated({ password, score: estimateStrength(password, ownKey.split('\n')) });
    }, TYPING_PAUSE_MS);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [password, ownKey]);

  if (password === '') return { isLongEnough, isUnforeseen, score: null };
  // What the server would refuse is not strong, whatever the estimate says.
  const score = isLongEnough && isUnforeseen ? (estimated?.score ?? null) : 0;
  return { isLongEnough, isUnforeseen, score };
}
