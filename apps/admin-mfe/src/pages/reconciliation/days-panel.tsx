import type { ReconciliationDay, ReconciliationState } from '@plaza/contracts';
import { StatusBadge, type Tone } from '@plaza/ui/badge';
import { plainMoney } from '@plaza/ui/chart-series';
import { CsvButton } from '@plaza/ui/csv-button';
import { type Column, DataTable } from '@plaza/ui/data-table';
import { formatCount, formatMoney } from '@plaza/ui/format';
import { Panel } from '@plaza/ui/panel';
import { ShowAll } from '@plaza/ui/show-all';
import { EmptyState } from '@plaza/ui/states';
import { differenceOf, findProblems, waitingOf } from './differences.ts';
import { reconciliationMessages as texts } from './messages.ts';

const tones: Record<ReconciliationState, Tone> = {
  equal: 'positive',
  on_its_way: 'warning',
  differs: 'danger',
  moving: 'neutral',
};
const dayFormat = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' });

/** Two weeks; the line above speaks of all. */
const SHOWN_DAYS = 14;

const money = (row: ReconciliationDay, amountMinor: number) => formatMoney(amountMinor, row.currency);

const columns: Column<ReconciliationDay>[] = [
  {
    id: 'day',
    header: texts.day,
    primary: true,
    className: 'whitespace-nowrap',
    cell: ({ day, currency }) => `${dayFormat.format(new Date(day))} · ${currency}`,
  },
  { id: 'state', header: texts.state, cell: (row) => <State row={row} /> },
  {
    id: 'orders',
    header: texts.orders,
    align: 'end',
    cell: ({ ledger, events }) => (
      <Both byLedger={ledger.orders} arrived={events.orders} write={formatCount} />
    ),
  },
  {
    id: 'paid',
    header: texts.paid,
    align: 'end',
    cell: (row) => (
      <Both
        byLedger={row.ledger.paidMinor}
        arrived={row.events.paidMinor}
        write={(amountMinor) => money(row, amountMinor)}
      />
    ),
  },
  {
    id: 'refunded',
    header: texts.refunded,
    align: 'end',
    cell: (row) => (
      <Both
        byLedger={row.ledger.refundedMinor}
        arrived={row.events.refundedMinor}
        write={(amountMinor) => money(row, amountMinor)}
      />
    ),
  },
  {
    id: 'difference',
    header: texts.difference,
    align: 'end',
    cell: (row) => <Weighty row={row} amountMinor={differenceOf(row)} />,
  },
  {
    id: 'waits',
    header: texts.waits,
    align: 'end',
    cell: (row) => <Weighty row={row} amountMinor={waitingOf(row)} />,
  },
];

/** Each day on which money moved, newest first. */
export function DaysPanel({ days, csvName }: { days: readonly ReconciliationDay[]; csvName: string }) {
  return (
    <Panel
      label={texts.byDay}
      title={texts.byDay}
      text={texts.byDayText}
      aside={
        days.length > 0 && (
          <CsvButton of={texts.byDay} fileName={csvName} head={texts.csvHead} rows={days.map(toCsv)} />
        )
      }
    >
      <div className="flex flex-col gap-4">
        <ShowAll rows={days} first={SHOWN_DAYS}>
          {(shown) => (
            <DataTable
              caption={texts.byDay}
              columns={columns}
              rows={shown}
              rowKey={({ day, currency }) => `${day} ${currency}`}
              empty={<EmptyState compact title={texts.noneTitle} text={texts.noneText} />}
            />
          )}
        </ShowAll>
      </div>
    </Panel>
  );
}

interface BothProps {
  byLedger: number;
  arrived: number;
  write: (figure: number) => string;
}

/** What the ledger says, and what arrived where that is something else. */
function Both({ byLedger, arrived, write }: BothProps) {
  return (
    <span className="inline-flex flex-col">
      {write(byLedger)}
      {arrived !== byLedger && <span className="font-semibold">{texts.arrived(write(arrived))}</span>}
    </span>
  );
}

/** An amount that should be nothing, and is seen when it is not. */
function Weighty({ row, amountMinor }: { row: ReconciliationDay; amountMinor: number }) {
  return (
    <span className={amountMinor === 0 ? 'text-ink-muted' : 'font-semibold'}>{money(row, amountMinor)}</span>
  );
}

function State({ row }: { row: ReconciliationDay }) {
  return (
    <span className="inline-flex flex-col gap-1 max-sm:items-end">
      <StatusBadge tone={tones[row.state]}>{texts.states[row.state]}</StatusBadge>
      {row.state === 'differs' &&
        findProblems(row).map((problem) => (
          <span key={problem} className="text-xs text-ink-muted sm:max-w-48">
            {problem}
          </span>
        ))}
    </span>
  );
}

function toCsv({ day, currency, ledger, events, dashboards, waiting, state }: ReconciliationDay) {
  const plain = (amountMinor: number) => plainMoney(amountMinor, currency);
  return [
    day,
    currency,
    ledger.orders,
    events.orders,
    plain(ledger.paidMinor),
    plain(ledger.receivedMinor),
    plain(ledger.importedMinor),
    plain(events.paidMinor),
    plain(dashboards.paidMinor),
    plain(ledger.refundedMinor),
    plain(events.refundedMinor),
    plain(dashboards.refundedMinor),
    plain(waiting.paidMinor),
    plain(waiting.refundedMinor),
    texts.states[state],
  ];
}
