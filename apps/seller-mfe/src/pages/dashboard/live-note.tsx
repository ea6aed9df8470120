import { useEffect, useState } from 'react';
import { messages } from '../../messages.ts';

const texts = messages.dashboard;
const TICK_MS = 1_000;

/** How fresh the figures are. Not announced: it changes every second. */
export function LiveNote({ asOf, failed }: { asOf: string; failed: boolean }) {
  const [now, setNow] = useState<number | null>(null);
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  const seconds = now === null ? 0 : Math.max(0, Math.round((now - Date.parse(asOf)) / 1_000));
  return (
    <p aria-live="off" className="flex items-center gap-2 text-sm tabular-nums">
      <span
        aria-hidden="true"
        className={
          failed ? 'size-2 rounded-full bg-warning' : 'size-2 animate-breathe rounded-full bg-positive'
        }
      />
      {failed ? texts.paused : texts.live(seconds)}
    </p>
  );
}
