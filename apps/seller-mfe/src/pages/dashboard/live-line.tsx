import { dayOf, type Period, type SellerLive } from '@plaza/contracts';
import { formatMoney } from '@plaza/ui/format';
import { useEffect, useState } from 'react';
import { dashboardMessages as texts } from './messages.ts';
import { useLive } from './use-live.ts';

const TICK_MS = 1_000;

interface LiveLineProps {
  loaded: SellerLive | null;
  period: Period;
  /** When the days of the page were counted. */
  madeAt: string;
  onNewDay: (asOf: string) => void;
}

/** Reads today so far by itself, so that nothing else is drawn anew with each answer. */
export function LiveLine({ loaded, period, madeAt, onNewDay }: LiveLineProps) {
  const { data, isError } = useLive(loaded, period);
  const asOf = data?.asOf ?? madeAt;
  useEffect(() => {
    if (dayOf(new Date(asOf)) > dayOf(new Date(madeAt))) onNewDay(asOf);
  }, [asOf, madeAt, onNewDay]);
  return data ? <Line live={data} failed={isError} /> : null;
}

/** Not announced: it changes every second. */
function Line({ live, failed }: { live: SellerLive; failed: boolean }) {
  const now = useNow(live.asOf);
  const money = (amountMinor: number) => formatMoney(amountMinor, live.currency);
  const today = live.orders > 0 ? texts.today(money(live.revenueMinor), live.orders) : texts.noneToday;
  const last = live.lastSale
    ? texts.lastSale(ago(now - Date.parse(live.lastSale.at)), money(live.lastSale.amountMinor))
    : texts.neverSold;
  return (
    <p aria-live="off" data-testid="live-line" className="flex items-baseline gap-2 text-sm tabular-nums">
      <span
        aria-hidden="true"
        className={
          failed
            ? 'size-2 shrink-0 rounded-full bg-warning'
            : 'size-2 shrink-0 animate-breathe rounded-full bg-positive'
        }
      />
      {failed ? (
        texts.paused
      ) : (
        <span>
          <span className="font-medium text-ink">{texts.live}</span> · {today} · {last}
        </span>
      )}
    </p>
  );
}

/** The clock, by the server's until the browser has taken over. */
function useNow(asOf: string): number {
  const [now, setNow] = useState<number | null>(null);
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return Math.max(now ?? 0, Date.parse(asOf));
}

function ago(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1_000));
  if (seconds < 2) return texts.justNow;
  if (seconds < 90) return texts.secondsAgo(seconds);
  if (seconds < 5_400) return texts.minutesAgo(Math.round(seconds / 60));
  if (seconds < 172_800) return texts.hoursAgo(Math.round(seconds / 3_600));
  return texts.daysAgo(Math.round(seconds / 86_400));
}
