import type { ListAuditInput } from '@plaza/contracts';
import type { LoaderInput } from '@plaza/federation/remote';

/** A page of the audit log, with the names of the accounts that it speaks of. */
export async function fetchAudit(api: LoaderInput['api'], input: Partial<ListAuditInput>) {
  const { items, nextCursor } = await api.audit.list.query(input);
  const ids = items.flatMap(({ actor, subject }) => [
    ...(actor.accountId ? [actor.accountId] : []),
    ...(subject.kind === 'account' ? [subject.id] : []),
  ]);
  const people = ids.length === 0 ? [] : await api.people.names.query({ accountIds: [...new Set(ids)] });
  const names: Readonly<Record<string, string>> = Object.fromEntries(
    people.map(({ id, displayName }) => [id, displayName]),
  );
  return { entries: items, nextCursor, names };
}
export type AuditLog = Awaited<ReturnType<typeof fetchAudit>>;
