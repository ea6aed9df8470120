import type { Failure } from '@plaza/contracts';
import { CsvButton } from '@plaza/ui/csv-button';
import { type Column, DataTable } from '@plaza/ui/data-table';
import { formatCount } from '@plaza/ui/format';
import { ShowAll } from '@plaza/ui/show-all';
import { EmptyState } from '@plaza/ui/states';
import { FigurePanel } from '../../figures/figure-panel.tsx';
import { figureMessages } from '../../figures/messages.ts';
import { formatMoment } from '../../shared/when.ts';
import { teamFiguresMessages as texts } from './messages.ts';

const SHOWN_FAILURES = 8;

const columns: Column<Failure>[] = [
  {
    id: 'message',
    header: texts.message,
    primary: true,
    className: 'wrap-anywhere sm:max-w-96',
    cell: ({ message }) => <code className="text-sm">{message}</code>,
  },
  { id: 'kind', header: texts.kind, cell: ({ kind }) => texts.kinds[kind] },
  { id: 'version', header: texts.version, cell: ({ version }) => version || figureMessages.none },
  { id: 'times', header: texts.times, align: 'end', cell: ({ failures }) => formatCount(failures) },
  { id: 'sessions', header: texts.sessions, align: 'end', cell: ({ sessions }) => formatCount(sessions) },
  {
    id: 'lastSeen',
    header: texts.lastSeen,
    className: 'whitespace-nowrap',
    cell: ({ lastSeenAt }) => <time dateTime={lastSeenAt}>{formatMoment(lastSeenAt)}</time>,
  },
];

/** The failures that happened most often. */
export function FailuresPanel({ failures, csvName }: { failures: Failure[] | null; csvName: string }) {
  return (
    <FigurePanel
      title={texts.failures}
      text={texts.failuresText}
      data={failures}
      aside={(rows) => (
        <CsvButton
          of={texts.failures}
          fileName={`${csvName}-failures`}
          head={columns.map((column) => column.header)}
          rows={rows.map((row) => [
            row.message,
            texts.kinds[row.kind],
            row.version,
            row.failures,
            row.sessions,
            row.lastSeenAt,
          ])}
        />
      )}
    >
      {(rows) => (
        <div className="flex flex-col gap-4">
          <ShowAll rows={rows} first={SHOWN_FAILURES}>
            {(shown) => (
              <DataTable
                caption={texts.failures}
                columns={columns}
                rows={shown}
                rowKey={({ kind, version, message }) => `${kind} ${version} ${message}`}
                empty={<EmptyState compact title={texts.noFailuresTitle} text={texts.noFailuresText} />}
              />
            )}
          </ShowAll>
        </div>
      )}
    </FigurePanel>
  );
}
