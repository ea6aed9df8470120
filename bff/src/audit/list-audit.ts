import type { AuditPage, ListAuditInput } from '@plaza/contracts';
import type { Services } from '../platform/services.ts';
import { readNewest } from './audit.repository.ts';

/** A page of the log, newest first. One entry more than asked for is read, to know whether there is another page. */
export async function listAudit(
  { database }: Pick<Services, 'database'>,
  input: ListAuditInput,
): Promise<AuditPage> {
  const entries = await readNewest(database.client, input, input.pageSize + 1);
  const items = entries.slice(0, input.pageSize);
  const last = items.at(-1);
  return { items, nextCursor: entries.length > items.length && last ? last.seq : null };
}
