import { useEffect, useState } from 'react';

/** Seconds that are left of a time that `start` begins. */
export function useCountdown(): { seconds: number; start: (seconds: number) => void } {
  const [endsAt, setEndsAt] = useState(0);
  const [now, setNow] = useState(0);
  const seconds = Math.max(0, Math.ceil((endsAt - now) / 1_000));
  const isRunning = seconds > 0;
  useEffect(() => {
    if (!isRunning) return;
    const tick = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(tick);
  }, [isRunning]);
  return {
    seconds,
    start: (duration) => {
      setNow(Date.now());
      setEndsAt(Date.now() + duration * 1_000);
    },
  };
}
