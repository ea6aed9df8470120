import type { AuditEntry } from '@plaza/contracts';
import { AppLink, paths } from '@plaza/navigation';
import { linkClass } from '@plaza/ui/button';
import { messages } from '../messages.ts';
import type { AuditNames } from './fetch-audit.ts';

const texts = messages.audit;

interface Named {
  names: AuditNames;
}

/** Who did it: a person to look at, Plaza itself, or somebody who was not signed in. */
export function Actor({ actor, names }: { actor: AuditEntry['actor'] } & Named) {
  if (actor.kind === 'system') return texts.system;
  return actor.accountId ? <Person id={actor.accountId} names={names} /> : texts.stranger;
}

/** What it was done to, in words; its id shows when it is pointed at. */
export function Subject({ subject: { kind, id }, names }: { subject: AuditEntry['subject'] } & Named) {
  const store = names.stores[id];
  switch (kind) {
    case 'account':
      return <Person id={id} names={names} />;
    case 'seller':
      return <Thing id={id} name={store?.name ?? texts.goneStore} href={store && paths.store(store.slug)} />;
    case 'alert':
      return <Thing id={id} name={texts.alert} href={paths.adminAlert(id)} />;
    case 'frontend':
      return <Thing id={id} name={texts.frontend(id)} href={paths.adminRelease(id)} />;
    case 'dead_letters':
      return <Thing id={id} name={texts.deadLetters} href={paths.adminDeadLetters({ reason: id })} />;
    default:
      return <Thing id={id} name={texts.kindOf(kind)} />;
  }
}

/** An account by its name; that of an erased one says so. */
export function Person({ id, names }: { id: string } & Named) {
  const name = names.people[id];
  return <Thing id={id} name={name ?? texts.goneAccount} href={name && paths.adminPerson(id)} />;
}

function Thing({ id, name, href }: { id: string; name: string; href?: string | undefined }) {
  return href ? (
    <AppLink href={href} title={id} className={linkClass}>
      {name}
    </AppLink>
  ) : (
    <span title={id}>{name}</span>
  );
}
