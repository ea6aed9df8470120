import type { AuditEntry } from '@plaza/contracts';
import { AppLink, paths } from '@plaza/navigation';
import { type Column, DataTable } from '@plaza/ui/data-table';
import { Fragment } from 'react';
import { messages } from '../messages.ts';
import type { AuditLog } from './fetch-audit.ts';
import { formatMoment } from './when.ts';

const texts = messages.audit;
const linkClass = 'text-accent underline-offset-4 hover:underline';

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
      className: 'wrap-anywhere sm:max-w-48',
      cell: ({ actor }) => <Actor actor={actor} names={log.names} />,
    },
    ...(withSubject
      ? [
          {
            id: 'subject',
            header: texts.subject,
            className: 'wrap-anywhere sm:max-w-48',
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

type Names = AuditLog['names'];

/** Who did it: a person to look at, Plaza itself, or somebody who was not signed in. */
export function Actor({ actor, names }: { actor: AuditEntry['actor']; names: Names }) {
  if (actor.kind === 'system') return texts.system;
  return actor.accountId ? <Name accountId={actor.accountId} names={names} /> : texts.stranger;
}

/** What it was done to. */
export function Subject({ subject, names }: { subject: AuditEntry['subject']; names: Names }) {
  return subject.kind === 'account' ? (
    <Name accountId={subject.id} names={names} />
  ) : (
    `${subject.kind} ${subject.id}`
  );
}

function Name({ accountId, names }: { accountId: string; names: Names }) {
  const name = names[accountId];
  return name === undefined ? (
    accountId
  ) : (
    <AppLink href={paths.adminPerson(accountId)} className={linkClass}>
      {name}
    </AppLink>
  );
}
