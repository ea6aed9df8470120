import type { ReconciliationReport } from '@plaza/contracts';
import { AppLink, paths } from '@plaza/navigation';
import { linkClass } from '@plaza/ui/button';
import { formatCount } from '@plaza/ui/format';
import { StatTile } from '@plaza/ui/stat-tile';
import { formatMoment } from '../../shared/when.ts';
import { formatAge } from './format-age.ts';
import { reconciliationMessages as texts } from './messages.ts';

/** What is still on its way, how old the newest is that arrived, and what could not be taken. */
export function FreshnessTiles({ report }: { report: ReconciliationReport }) {
  const { outbox, lastFactAt, lastEventAt, deadLetters } = report;
  const moment = (at: string | null, none: string) => (
    <span className="text-lg">{at === null ? none : <time dateTime={at}>{formatMoment(at)}</time>}</span>
  );
  return (
    <section aria-label={texts.freshness} className="grid grid-cols-2 gap-4 lg:grid-cols-3 xl:grid-cols-5">
      <StatTile label={texts.waiting} value={formatCount(outbox.waitingFacts)} />
      <StatTile
        label={texts.oldest}
        value={
          <span className="text-lg">
            {outbox.oldestWaitingMs === null ? texts.nothingWaits : formatAge(outbox.oldestWaitingMs)}
          </span>
        }
      />
      <StatTile label={texts.lastFact} value={moment(lastFactAt, texts.noFact)} />
      <StatTile label={texts.lastEvent} value={moment(lastEventAt, texts.noEvent)} />
      <StatTile
        label={texts.deadLetters}
        value={
          <span className="flex items-baseline justify-between gap-3">
            {formatCount(deadLetters)}
            <AppLink href={paths.adminDeadLetters()} className={`${linkClass} text-sm font-normal`}>
              {texts.lookAt}
            </AppLink>
          </span>
        }
      />
    </section>
  );
}
