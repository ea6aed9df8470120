import type { EventComparison } from './compare-events.ts';
import { type SalesComparison, salesAgree } from './compare-sales.ts';
import type { ViewComparison } from './compare-views.ts';
import type { Harm } from './inflict-faults.ts';
import type { Backlog } from './watch-market.ts';

/** What a run found. */
export interface ChaosReport {
  seed: number;
  seconds: number;
  withRedis: boolean;
  browsers: number;
  clickhouseAwaySeconds: number;
  harm: Harm;
  /** What could not be done on this machine. */
  leftOut: string[];
  events: EventComparison;
  sales: SalesComparison;
  views: ViewComparison[];
  /** After everything was healed and had its time. */
  backlog: Backlog;
  isCaughtUp: boolean;
  /** Longest that a fact and a captured event waited between the stores. */
  longestMs: { facts: number; events: number };
  /** From the moment that everything was healed. */
  catchUpMs: number;
  maxRssBytes: number | null;
}

/** What is not as it was promised; nothing when all is well. */
export function findMismatches(report: ChaosReport): string[] {
  const { events, sales, views, isCaughtUp } = report;
  const problems: (string | false)[] = [
    events.acknowledged === 0 && 'no event was acknowledged: nothing was proved',
    sales.revenue.length === 0 && 'no order was paid: nothing was proved',
    events.lost.length > 0 && `${events.lost.length} acknowledged events are lost`,
    events.twice.length > 0 && `${events.twice.length} events are there twice`,
    events.unknown.length > 0 && `${events.unknown.length} events are there that nobody sent`,
    events.deadLetters > 0 && `${events.deadLetters} events were refused`,
    !salesAgree(sales) && 'revenue or facts differ',
    ...views.map(({ view, different }) => different > 0 && `${view}: ${different} groups differ`),
    !isCaughtUp && 'something still waits in the outbox or in the stream',
  ];
  return problems.filter((problem) => problem !== false);
}

/** The report for a terminal, one fact a line. */
export function table(report: ChaosReport): string {
  const { events, sales, harm } = report;
  const money = (minor: number) => (minor / 100).toFixed(2);
  const seconds = (ms: number) => `${(ms / 1_000).toFixed(1)} s`;
  const list = (counts: Record<string, number>) =>
    Object.entries(counts)
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([name, count]) => `${name} ${count}`)
      .join(', ');
  const lines: [string, string][] = [
    [
      'run',
      `${report.seconds} s, seed ${report.seed}, ${report.withRedis ? 'two pipelines with Redis' : 'one pipeline without Redis'}`,
    ],
    ['kills (-9)', list(harm.kills)],
    ['disturbances', list(harm.disturbances)],
    ...(report.clickhouseAwaySeconds > 0
      ? [['ClickHouse away', `${report.clickhouseAwaySeconds} s at a stretch`] satisfies [string, string]]
      : []),
    ...(report.leftOut.length > 0
      ? [['left out', report.leftOut.join(', ')] satisfies [string, string]]
      : []),
    ['events sent', `${events.sent}${report.browsers > 0 ? `, some by ${report.browsers} browsers` : ''}`],
    ['acknowledged', String(events.acknowledged)],
    ['stored', String(events.stored)],
    ['lost', String(events.lost.length)],
    ['twice', String(events.twice.length)],
    ['unacknowledged but stored', `${events.unacknowledgedButStored} (allowed)`],
    ['never sent but stored', String(events.unknown.length)],
    ['dead letters', String(events.deadLetters)],
    ...sales.revenue.flatMap(({ currency, orders, paidMinor, refundedMinor }): [string, string][] => [
      [
        `paid, ${currency}`,
        `PostgreSQL ${money(paidMinor.postgres)}, ClickHouse ${money(paidMinor.clickhouse)} (${orders} orders)`,
      ],
      [
        `refunded, ${currency}`,
        `PostgreSQL ${money(refundedMinor.postgres)}, ClickHouse ${money(refundedMinor.clickhouse)}`,
      ],
    ]),
    [
      'facts',
      `${sales.facts.written} written, ${sales.facts.delivered} delivered, ${sales.facts.different} different`,
    ],
    ...report.views.map(({ view, rawGroups, viewGroups, different }): [string, string] => [
      view,
      `${viewGroups} groups, ${rawGroups} from raw rows, ${different} differ`,
    ]),
    [
      'waiting in the end',
      `${report.backlog.streamEntries} entries of the stream, ${report.isCaughtUp ? 'no' : 'SOME'} facts`,
    ],
    [
      'longest wait',
      `${seconds(report.longestMs.events)} of an event in the stream, ${seconds(report.longestMs.facts)} of a fact`,
    ],
    ['caught up after healing', seconds(report.catchUpMs)],
    [
      'largest pipeline process',
      report.maxRssBytes === null ? 'not measured' : `${Math.round(report.maxRssBytes / 1024 ** 2)} MiB`,
    ],
  ];
  const width = Math.max(...lines.map(([name]) => name.length));
  return lines.map(([name, value]) => `${name.padEnd(width)}  ${value}`).join('\n');
}
