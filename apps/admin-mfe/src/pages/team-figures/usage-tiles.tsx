import type { TeamUsage } from '@plaza/contracts';
import { formatCount } from '@plaza/ui/format';
import { StatTile } from '@plaza/ui/stat-tile';
import { figureMessages } from '../../figures/messages.ts';
import { failureRate, formatRate } from './failure-rate.ts';
import { teamFiguresMessages as texts } from './messages.ts';

/** The totals of the period against the one before. */
export function UsageTiles({ usage: { totals, before } }: { usage: TeamUsage }) {
  const counted = (key: 'pageViews' | 'visitors' | 'sessions') => (
    <StatTile
      label={texts[key]}
      value={formatCount(totals[key])}
      compare={{ now: totals[key], before: before[key] }}
      againstLabel={figureMessages.against}
    />
  );
  const [rate, rateBefore] = [failureRate(totals), failureRate(before)];
  return (
    <section aria-label={texts.figures} className="grid grid-cols-2 gap-4 lg:grid-cols-4">
      {counted('pageViews')}
      {counted('visitors')}
      {counted('sessions')}
      <StatTile
        label={texts.failureRate}
        value={rate === null ? figureMessages.none : formatRate(rate)}
        compare={rate !== null && rateBefore !== null ? { now: rate, before: rateBefore } : undefined}
        goodWhen="down"
        againstLabel={figureMessages.against}
      />
    </section>
  );
}
