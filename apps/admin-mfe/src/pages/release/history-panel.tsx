import type { RolloutChange } from '@plaza/contracts';
import { type Column, DataTable } from '@plaza/ui/data-table';
import { Panel } from '@plaza/ui/panel';
import { EmptyState } from '@plaza/ui/states';
import { formatMoment } from '../../shared/when.ts';
import { releaseMessages as texts } from '../releases/messages.ts';

const columns: Column<RolloutChange>[] = [
  { id: 'action', header: texts.action, primary: true, cell: ({ action }) => texts.actions[action] },
  {
    id: 'version',
    header: texts.version,
    cell: ({ version }) => (version === null ? texts.none : <code className="text-sm">{version}</code>),
  },
  { id: 'by', header: texts.by, cell: ({ by }) => by },
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

/** Who changed what visitors get, and why; newest first. */
export const HistoryPanel = ({ changes }: { changes: readonly RolloutChange[] }) => (
  <Panel label={texts.history} title={texts.history} text={texts.historyText}>
    <DataTable
      caption={texts.history}
      columns={columns}
      rows={changes}
      rowKey={({ id }) => id}
      empty={<EmptyState compact title={texts.noHistoryTitle} text={texts.noHistoryText} />}
    />
  </Panel>
);
