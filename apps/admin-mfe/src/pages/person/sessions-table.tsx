import type { Person } from '@plaza/contracts';
import { Button } from '@plaza/ui/button';
import { type Column, DataTable } from '@plaza/ui/data-table';
import { messages } from '../../messages.ts';
import { formatMoment } from '../../shared/when.ts';

const texts = messages.person;
export type PersonSession = Person['sessions'][number];

export interface SessionsTableProps {
  sessions: readonly PersonSession[];
  /** Null for those who may only look. */
  onEnd: ((session: PersonSession) => void) | null;
}

/** Where an account is signed in, the browser that was used last first. */
export function SessionsTable({ sessions, onEnd }: SessionsTableProps) {
  const columns: Column<PersonSession>[] = [
    { id: 'device', header: texts.device, primary: true, cell: ({ device }) => device },
    { id: 'place', header: texts.place, cell: ({ place }) => place ?? texts.unknownPlace },
    {
      id: 'by',
      header: texts.by,
      cell: ({ methods }) => methods.map((method) => messages.methods[method]).join(', '),
    },
    { id: 'since', header: texts.since, cell: ({ startedAt }) => formatMoment(startedAt) },
    { id: 'lastSeen', header: texts.lastSeen, cell: ({ lastSeenAt }) => formatMoment(lastSeenAt) },
  ];
  if (onEnd)
    columns.push({
      id: 'actions',
      header: texts.actions,
      hideHeader: true,
      align: 'end',
      cell: (session) => (
        <Button
          variant="secondary"
          size="sm"
          className="max-sm:mt-2 max-sm:w-full"
          aria-label={texts.endSessionOf(session.device)}
          onClick={() => onEnd(session)}
        >
          {texts.endSession}
        </Button>
      ),
    });
  return <DataTable caption={texts.sessions} columns={columns} rows={sessions} rowKey={({ id }) => id} />;
}
