import type { CaptchaPurpose } from '@plaza/contracts';
import { useHost } from '@plaza/federation/host';
import { useCallback, useEffect, useRef, useState } from 'react';
import { solveChallenge } from './solve-challenge.ts';

export type CaptchaState = 'idle' | 'solving' | 'solved' | 'failed';

export interface Captcha {
  state: CaptchaState;
  /** Begins in the background; nothing when it has begun. To call when somebody begins to fill the form in. */
  prepare: () => void;
  /**
   * The solution to send, as soon as there is one. Each is good once: after an answer that asks to try again, take another.
   * @throws when the puzzle could not be had or solved
   */
  take: () => Promise<string>;
}

interface Flight {
  payload: Promise<string>;
  /** In milliseconds since 1970; infinite while nobody knows. */
  expiresAt: number;
}
/** Time for a form to reach the server. */
const MARGIN_MS = 30_000;

/** Proves to the server that this browser has worked for it, without the person doing anything. */
export function useCaptcha(purpose: CaptchaPurpose): Captcha {
  const { client } = useHost();
  const [state, setState] = useState<CaptchaState>('idle');
  const flight = useRef<Flight | null>(null);
  const stop = useRef(new AbortController());

  useEffect(() => {
    stop.current = new AbortController();
    return () => {
      stop.current.abort();
      flight.current = null;
    };
  }, []);

  const begin = useCallback((): Flight => {
    const known = flight.current;
    if (known && known.expiresAt - MARGIN_MS > Date.now()) return known;
    const { signal } = stop.current;
    const begun: Flight = { payload: Promise.resolve(''), expiresAt: Number.POSITIVE_INFINITY };
    const show = (next: CaptchaState) => {
      if (!signal.aborted && flight.current === begun) setState(next);
    };
    const solve = async () => {
      const challenge = await client.captcha.challenge.mutate({ purpose }, { signal });
      begun.expiresAt = challenge.parameters.expiresAt * 1_000;
      return solveChallenge(challenge, signal);
    };
    flight.current = begun;
    setState('solving');
    begun.payload = solve();
    begun.payload.then(
      () => show('solved'),
      () => {
        show('failed');
        if (flight.current === begun) flight.current = null;
      },
    );
    return begun;
  }, [client, purpose]);

  const prepare = useCallback(() => void begin(), [begin]);
  const take = useCallback(async () => {
    const taken = begin();
    const payload = await taken.payload;
    if (flight.current === taken) flight.current = null;
    return payload;
  }, [begin]);
  return { state, prepare, take };
}
