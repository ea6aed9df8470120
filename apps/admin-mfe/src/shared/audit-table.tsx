import type { AuditEntry } from '@plaza/contracts';
import { AppLink } from '@plaza/navigation';
import { linkClass } from '@plaza/ui/button';
import { type Column, DataTable } from '@plaza/ui/data-table';
import { Fragment } from 'react';
import { messages } from '../messages.ts';
import { Actor, Subject } from './audit-names.tsx';
import type { AuditLog } from './fetch-audit.ts';
import { formatMoment } from './when.ts';

const texts = messages.audit;

export interface AuditTableProps {
  log: Pick<AuditLog, 'entries' | 'names'>;
  caption: string;
  /** Address of the page with this entry open; entries are not links without it. */
  hrefFor?: (entry: AuditEntry) => string;
  /** Left out where all entries are about the same thing. */
  withSubject?: boolean;
}

/** Entries of the audit log: what happened, to whom, by whom, and why. */
export function AuditTable({ log, caption, hrefFor, withSubject = true }: AuditTableProps) {
  const columns: Column<AuditEntry>[] = [
    {
      id: 'action',
      header: texts.action,
      primary: true,
      cell: (entry) =>
        hrefFor ? (
          <AppLink
            href={hrefFor(entry)}
            keepScroll
            prefetch={false}
            aria-label={texts.open(entry.seq, entry.action)}
            className={linkClass}
          >
            <ActionName action={entry.action} />
          </AppLink>
        ) : (
          <ActionName action={entry.action} />
        ),
    },
    {
      id: 'at',
      header: texts.at,
      className: 'whitespace-nowrap',
      cell: ({ at }) => <time dateTime={at}>{formatMoment(at)}</time>,
    },
    {
      id: 'actor',
      header: texts.actor,
      className: 'wrap-anywhere sm:max-w-48 sm:min-w-28',
      cell: ({ actor }) => <Actor actor={actor} names={log.names} />,
    },
    ...(withSubject
      ? [
          {
            id: 'subject',
            header: texts.subject,
            className: 'wrap-anywhere sm:max-w-48 sm:min-w-28',
            cell: ({ subject }: AuditEntry) => <Subject subject={subject} names={log.names} />,
          },
        ]
      : []),
    {
      id: 'reason',
      header: texts.reason,
      className: 'wrap-anywhere sm:max-w-80',
      cell: ({ reason }) => reason ?? texts.none,
    },
  ];
  return <DataTable caption={caption} columns={columns} rows={log.entries} rowKey={({ id }) => id} />;
}

/** Breaks where its parts meet, if it has to. */
const ActionName = ({ action }: { action: string }) =>
  action.split(/(?<=[._])/).map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a name never move
    <Fragment key={index}>
      {part}
      <wbr />
    </Fragment>
  ));
