import type { AuditEntry } from '@plaza/contracts';
import { AppLink, paths } from '@plaza/navigation';
import { linkClass } from '@plaza/ui/button';
import { Drawer } from '@plaza/ui/drawer';
import { messages } from '../../messages.ts';
import { Actor, Person, Subject } from '../../shared/audit-names.tsx';
import { type Fact, FactList } from '../../shared/fact-list.tsx';
import { type AuditNames, memberIn } from '../../shared/fetch-audit.ts';
import { formatMoment } from '../../shared/when.ts';

const texts = messages.audit;

export interface EntryDrawerProps {
  /** The entry to show; the drawer is closed without one. */
  entry: AuditEntry | null;
  names: AuditNames;
  onClose: () => void;
}

/** One entry beside the list, with all that was written down. */
export function EntryDrawer({ entry, names, onClose }: EntryDrawerProps) {
  return (
    <Drawer open={entry !== null} onClose={onClose} title={entry ? texts.entryTitle(entry.seq) : texts.title}>
      {entry && <FactList facts={factsOf(entry, names)} />}
    </Drawer>
  );
}

function factsOf(entry: AuditEntry, names: AuditNames): Fact[] {
  const { actor, subject } = entry;
  const member = memberIn(entry);
  return [
    { label: texts.action, value: entry.action },
    { label: texts.at, value: formatMoment(entry.at) },
    {
      label: texts.actor,
      value: (
        <>
          <Actor actor={actor} names={names} />
          {actor.accountId && (
            <Id id={actor.accountId} href={paths.adminAudit({ actor: actor.accountId })} all={texts.allBy} />
          )}
        </>
      ),
    },
    { label: texts.actorKind, value: texts.actorKinds[actor.kind] },
    {
      label: texts.subject,
      value: (
        <>
          <Subject subject={subject} names={names} />
          <Id id={subject.id} href={paths.adminAudit({ subject: subject.id })} all={texts.allAbout} />
        </>
      ),
    },
    ...(member === null ? [] : [{ label: texts.member, value: <Person id={member} names={names} /> }]),
    { label: texts.reason, value: entry.reason ?? texts.none },
    ...Object.entries(entry.details)
      .filter(([, value]) => value !== member)
      .map(([name, value]) => ({
        label: name,
        value: writeDetail(value),
      })),
    { label: texts.hash, value: <code className="text-sm">{entry.hash}</code> },
  ];
}

const writeDetail = (value: AuditEntry['details'][string]): string =>
  Array.isArray(value)
    ? value.map(writeDetail).join(', ')
    : typeof value === 'string'
      ? value
      : JSON.stringify(value);

/** The id behind a name, and the way to all entries that have it. */
function Id({ id, href, all }: { id: string; href: string; all: string }) {
  return (
    <span className="block text-sm text-ink-muted">
      <code>{id}</code>{' '}
      <AppLink href={href} className={`${linkClass} whitespace-nowrap`}>
        {all}
      </AppLink>
    </span>
  );
}
