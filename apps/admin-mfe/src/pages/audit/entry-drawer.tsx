import type { AuditEntry } from '@plaza/contracts';
import { Drawer } from '@plaza/ui/drawer';
import { messages } from '../../messages.ts';
import { Actor, Subject } from '../../shared/audit-table.tsx';
import { type Fact, FactList } from '../../shared/fact-list.tsx';
import type { AuditLog } from '../../shared/fetch-audit.ts';
import { formatMoment } from '../../shared/when.ts';

const texts = messages.audit;

export interface EntryDrawerProps {
  /** The entry to show; the drawer is closed without one. */
  entry: AuditEntry | null;
  names: AuditLog['names'];
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

const factsOf = (entry: AuditEntry, names: AuditLog['names']): Fact[] => [
  { label: texts.action, value: entry.action },
  { label: texts.at, value: formatMoment(entry.at) },
  { label: texts.actor, value: <Actor actor={entry.actor} names={names} /> },
  { label: texts.actorKind, value: texts.actorKinds[entry.actor.kind] },
  { label: texts.subject, value: <Subject subject={entry.subject} names={names} /> },
  { label: texts.reason, value: entry.reason ?? texts.none },
  ...Object.entries(entry.details).map(([name, value]) => ({
    label: name,
    value: typeof value === 'string' ? value : JSON.stringify(value),
  })),
  { label: texts.hash, value: <code className="text-sm">{entry.hash}</code> },
];
