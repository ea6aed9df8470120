import type { DeadLetterCounts, DeadLetterReason } from '@plaza/contracts';
import { AppLink, paths } from '@plaza/navigation';
import { Button, linkClass } from '@plaza/ui/button';
import { type Column, DataTable } from '@plaza/ui/data-table';
import { formatCount } from '@plaza/ui/format';
import { EmptyState } from '@plaza/ui/states';
import MailCheck from 'lucide-react/icons/mail-check';
import { FigurePanel } from '../../figures/figure-panel.tsx';
import { formatMoment } from '../../shared/when.ts';
import { deadLettersMessages as texts } from './messages.ts';

type Count = DeadLetterCounts[number];

export interface CountsPanelProps {
  counts: DeadLetterCounts | null;
  /** The reason that the list below is limited to. */
  chosen: DeadLetterReason | undefined;
  onReplayAll: (reason: DeadLetterReason) => void;
}

/** How many letters there are of each reason, each a way to them. */
export function CountsPanel({ counts, chosen, onReplayAll }: CountsPanelProps) {
  const columns: Column<Count>[] = [
    {
      id: 'reason',
      header: texts.reason,
      primary: true,
      cell: ({ reason }) => (
        <AppLink
          href={paths.adminDeadLetters({ reason })}
          keepScroll
          prefetch={false}
          aria-label={texts.showOnly(texts.reasons[reason])}
          aria-current={reason === chosen ? 'true' : undefined}
          className={linkClass}
        >
          {texts.reasons[reason]}
        </AppLink>
      ),
    },
    { id: 'source', header: texts.source, cell: ({ source }) => texts.sources[source] },
    {
      id: 'waiting',
      header: texts.waiting,
      align: 'end',
      cell: ({ waitingCount }) => formatCount(waitingCount),
    },
    {
      id: 'replayed',
      header: texts.replayed,
      align: 'end',
      cell: ({ replayedCount }) => formatCount(replayedCount),
    },
    {
      id: 'last',
      header: texts.lastReceived,
      className: 'whitespace-nowrap',
      cell: ({ lastReceivedAt }) => <time dateTime={lastReceivedAt}>{formatMoment(lastReceivedAt)}</time>,
    },
    {
      id: 'actions',
      header: texts.replayAll,
      hideHeader: true,
      align: 'end',
      cell: ({ reason, waitingCount }) =>
        waitingCount > 0 && (
          <Button
            variant="secondary"
            size="sm"
            aria-label={`${texts.replayAll}: ${texts.reasons[reason]}`}
            onClick={() => onReplayAll(reason)}
          >
            {texts.replayAll}
          </Button>
        ),
    },
  ];
  return (
    <FigurePanel
      title={texts.byReason}
      data={counts}
      aside={() =>
        chosen && (
          <AppLink href={paths.adminDeadLetters()} keepScroll className={linkClass}>
            {texts.all}
          </AppLink>
        )
      }
    >
      {(rows) => (
        <DataTable
          caption={texts.byReason}
          columns={columns}
          rows={rows}
          rowKey={({ source, reason }) => `${source} ${reason}`}
          empty={
            <EmptyState
              compact
              title={texts.noneTitle}
              text={texts.noneText}
              icon={<MailCheck size={20} />}
            />
          }
        />
      )}
    </FigurePanel>
  );
}
