import {
  type AccountStatus,
  idSchema,
  namePeopleResult,
  peopleFiguresSchema,
  type Role,
  STAFF_ROLES,
  type StaffRole,
} from '@plaza/contracts';
import { z } from 'zod';
import { parseRows, type Query } from '../../platform/query.ts';
import { type AccountRecord, accountJson, accountRecordSchema } from '../account-record.ts';

const foundSchema = z.object({ found: accountRecordSchema });

interface PeopleFilter {
  /** Blind index of an address. */
  emailIndex: string | null;
  namePrefix: string | null;
  role: Role | undefined;
  status: AccountStatus | undefined;
  /** Where the page begins: those who registered before or after this account. */
  olderThan: string | undefined;
  newerThan: string | undefined;
  limit: number;
}

/** Accounts in the order in which they registered: newest first, or oldest first after `newerThan`. */
export async function findPeople(query: Query, filter: PeopleFilter): Promise<AccountRecord[]> {
  const { emailIndex, namePrefix, role = null, status = null } = filter;
  const { olderThan = null, newerThan = null } = filter;
  const pattern = namePrefix === null ? null : `${escapeLike(namePrefix.toLowerCase())}%`;
  const rows = await query`
    select ${accountJson(query)} as found
    from account a
    where (${emailIndex}::text is null or a.email_index = ${emailIndex})
      and (${pattern}::text is null or lower(a.display_name) like ${pattern})
      and (${role}::text is null or a.roles @> array[${role}::text])
      and (${status}::text is null or a.status = ${status})
      and (${olderThan}::uuid is null or a.id < ${olderThan}::uuid)
      and (${newerThan}::uuid is null or a.id > ${newerThan}::uuid)
    order by a.id ${newerThan === null ? query`desc` : query`asc`}
    limit ${filter.limit}`;
  return parseRows(foundSchema, rows).map(({ found }) => found);
}

const escapeLike = (text: string) => text.replace(/[\\%_]/g, '\\$&');

/** Admins who may sign in, held until the transaction ends: two who suspend each other come one after the other. */
export async function lockAdmins(query: Query): Promise<string[]> {
  const rows = await query`
    select id from account where roles @> '{admin}' and status = 'active' order by id for update`;
  return parseRows(z.object({ id: idSchema }), rows).map(({ id }) => id);
}

/** The account, held until the transaction ends; null when there is none. */
export async function lockPerson(query: Query, accountId: string): Promise<AccountRecord | null> {
  const rows = await query`
    select ${accountJson(query)} as found from account a where a.id = ${accountId} for update of a`;
  return parseRows(foundSchema, rows)[0]?.found ?? null;
}

export async function countAdmins(query: Query): Promise<number> {
  const rows = await query`
    select count(*)::int as count from account where roles @> '{admin}' and status = 'active'`;
  return parseRows(z.object({ count: z.int() }), rows)[0]?.count ?? 0;
}

export async function setStatus(query: Query, accountId: string, status: AccountStatus): Promise<void> {
  await query`update account set status = ${status} where id = ${accountId}`;
}

/** Replaces the roles of staff and leaves the others. */
export async function setStaffRoles(
  query: Query,
  accountId: string,
  staffRoles: readonly StaffRole[],
): Promise<void> {
  await query`
    update account
    set roles = array(select r from unnest(roles) as r where r <> all(${[...STAFF_ROLES]}::text[])) || ${[...staffRoles]}::text[]
    where id = ${accountId}`;
}

/** @param today midnight, UTC */
export async function readPeopleFigures(
  query: Query,
  today: Date,
): Promise<z.infer<typeof peopleFiguresSchema>> {
  const rows = await query`
    select
      (select count(*)::int from account where status <> 'erased') as accounts,
      (select count(*)::int from account where created_at >= ${today.toISOString()}::timestamptz) as "newToday",
      (select count(*)::int from account where status = 'suspended') as suspended,
      (select count(*)::int from seller) as sellers`;
  const [figures] = parseRows(peopleFiguresSchema, rows);
  if (!figures) throw new Error('A statement of counts answered no row.');
  return figures;
}

export async function findNames(
  query: Query,
  accountIds: readonly string[],
): Promise<z.infer<typeof namePeopleResult>> {
  const rows = await query`
    select id, display_name as "displayName" from account where id = any(${[...accountIds]}::uuid[])`;
  return parseRows(namePeopleResult.element, rows);
}
