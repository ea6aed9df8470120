import type { AuditEntry, ListAuditInput } from '@plaza/contracts';
import type { LoaderInput } from '@plaza/federation/remote';

/** What ids in the log are called. Missing are those of accounts and stores that are gone. */
export interface AuditNames {
  people: Readonly<Record<string, string>>;
  stores: Readonly<Record<string, { slug: string; name: string }>>;
}

/** A page of the audit log, with the names of the accounts and stores that it speaks of. */
export async function fetchAudit(api: LoaderInput['api'], input: Partial<ListAuditInput>) {
  const { items, nextCursor } = await api.audit.list.query(input);
  const accountIds = [...new Set(items.flatMap(accountsIn))];
  const sellerIds = [...new Set(items.flatMap(storesIn))];
  const [people, stores] = await Promise.all([
    accountIds.length === 0 ? [] : api.people.names.query({ accountIds }),
    sellerIds.length === 0 ? [] : api.seller.names.query({ sellerIds }),
  ]);
  const names: AuditNames = {
    people: Object.fromEntries(people.map(({ id, displayName }) => [id, displayName])),
    stores: Object.fromEntries(stores.map(({ id, slug, name }) => [id, { slug, name }])),
  };
  return { entries: items, nextCursor, names };
}
export type AuditLog = Awaited<ReturnType<typeof fetchAudit>>;

/** Who of a team an entry about a store is about. */
export const memberIn = ({ details }: AuditEntry): string | null =>
  typeof details.memberId === 'string' ? details.memberId : null;

function accountsIn(entry: AuditEntry): string[] {
  const { actor, subject } = entry;
  const ids = [actor.accountId, subject.kind === 'account' ? subject.id : null, memberIn(entry)];
  return ids.filter((id) => id !== null);
}

const storesIn = ({ subject }: AuditEntry): string[] => (subject.kind === 'seller' ? [subject.id] : []);
