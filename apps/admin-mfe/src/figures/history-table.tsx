import type { RolloutChange } from '@plaza/contracts';
import { type Column, DataTable } from '@plaza/ui/data-table';
import { ShowAll } from '@plaza/ui/show-all';
import type { ReactNode } from 'react';
import { formatMoment } from '../shared/when.ts';
import { figureMessages } from './messages.ts';

const SHOWN_CHANGES = 8;
const texts = figureMessages.rollout;

const columns: Column<RolloutChange>[] = [
  { id: 'action', header: texts.action, primary: true, cell: ({ action }) => texts.actions[action] },
  {
    id: 'version',
    header: texts.version,
    cell: ({ version }) =>
      version === null ? figureMessages.none : <code className="text-sm">{version}</code>,
  },
  { id: 'by', header: texts.by, cell: ({ by }) => texts.who(by) },
  {
    id: 'reason',
    header: texts.reason,
    className: 'wrap-anywhere sm:max-w-96',
    cell: ({ reason }) => reason,
  },
  {
    id: 'at',
    header: texts.at,
    className: 'whitespace-nowrap',
    cell: ({ at }) => <time dateTime={at}>{formatMoment(at)}</time>,
  },
];

export interface HistoryTableProps {
  caption: string;
  changes: readonly RolloutChange[];
  empty: ReactNode;
}

/** Who changed what visitors get of a frontend, and why; newest first. */
export const HistoryTable = ({ caption, changes, empty }: HistoryTableProps) => (
  <div className="flex flex-col gap-4">
    <ShowAll rows={changes} first={SHOWN_CHANGES}>
      {(shown) => (
        <DataTable caption={caption} columns={columns} rows={shown} rowKey={({ id }) => id} empty={empty} />
      )}
    </ShowAll>
  </div>
);
