import type { ReconciliationReport } from '@plaza/contracts';
import { AppLink, paths } from '@plaza/navigation';
import { linkClass } from '@plaza/ui/button';
import { formatCount } from '@plaza/ui/format';
import { StatTile } from '@plaza/ui/stat-tile';
import { formatDate, formatTime } from '../../shared/when.ts';
import { formatAge } from './format-age.ts';
import { reconciliationMessages as texts } from './messages.ts';

/** What is still on its way, how old the newest is that arrived, and what could not be taken. */
export function FreshnessTiles({ report }: { report: ReconciliationReport }) {
  const { outbox, lastFactAt, lastEventAt, deadLetters } = report;
  const waits = outbox.oldestWaitingMs;
  return (
    <section aria-label={texts.freshness} className="grid grid-cols-2 gap-4 lg:grid-cols-4">
      <StatTile
        label={texts.waiting}
        value={formatCount(outbox.waitingFacts)}
        note={waits === null ? texts.nothingWaits : texts.oldest(formatAge(waits))}
      />
      <StatTile label={texts.lastFact} {...momentTile(lastFactAt, texts.noFact)} />
      <StatTile label={texts.lastEvent} {...momentTile(lastEventAt, texts.noEvent)} />
      <StatTile
        label={texts.deadLetters}
        value={formatCount(deadLetters)}
        note={
          deadLetters > 0 && (
            <AppLink href={paths.adminDeadLetters()} className={linkClass}>
              {texts.lookAt}
            </AppLink>
          )
        }
      />
    </section>
  );
}

/** The time large, its day below. */
const momentTile = (at: string | null, none: string) =>
  at === null
    ? { value: none }
    : { value: <time dateTime={at}>{formatTime(at)}</time>, note: formatDate(at) };
