import { idSchema, MAX_SAVED_ADDRESSES } from '@plaza/contracts';
import { z } from 'zod';
import { parseRows, type Query } from '../platform/query.ts';

const savedSchema = z.object({ id: idSchema, fields: z.string(), isDefault: z.boolean() });
type SavedAddressRecord = z.output<typeof savedSchema>;

/** The one for delivery first, then the newest. */
export async function listAddressesOf(query: Query, accountId: string): Promise<SavedAddressRecord[]> {
  const rows = await query`
    select id, fields, is_default as "isDefault" from saved_address where account_id = ${accountId}
    order by is_default desc, created_at desc, id limit ${MAX_SAVED_ADDRESSES}`;
  return parseRows(savedSchema, rows);
}

/** Lets changes of one account's addresses follow each other. */
export async function lockAddresses(query: Query, accountId: string): Promise<void> {
  await query`select from account where id = ${accountId} for no key update`;
}

export async function insertAddress(
  query: Query,
  input: { id: string; accountId: string; fields: string; now: Date },
): Promise<void> {
  await query`
    insert into saved_address (id, account_id, fields, created_at)
    values (${input.id}, ${input.accountId}, ${input.fields}, ${input.now.toISOString()}::timestamptz)`;
}

/** False when the account has no such address. */
export async function updateAddress(
  query: Query,
  input: { id: string; accountId: string; fields: string },
): Promise<boolean> {
  const result = await query`
    update saved_address set fields = ${input.fields}
    where id = ${input.id} and account_id = ${input.accountId}`;
  return result.count > 0;
}

/** False when the account has no such address. */
export async function makeDefault(query: Query, input: { id: string; accountId: string }): Promise<boolean> {
  const own = await query`
    select from saved_address where id = ${input.id} and account_id = ${input.accountId}`;
  if (own.length === 0) return false;
  await query`
    update saved_address set is_default = false
    where account_id = ${input.accountId} and is_default and id <> ${input.id}`;
  await query`update saved_address set is_default = true where id = ${input.id}`;
  return true;
}

/** Takes an address away; another takes its place for delivery. False when the account has no such address. */
export async function deleteAddress(
  query: Query,
  input: { id: string; accountId: string },
): Promise<boolean> {
  const result = await query`
    delete from saved_address where id = ${input.id} and account_id = ${input.accountId}`;
  if (result.count === 0) return false;
  await query`
    update saved_address set is_default = true
    where id = (select id from saved_address where account_id = ${input.accountId} order by created_at desc limit 1)
      and not exists (select from saved_address where account_id = ${input.accountId} and is_default)`;
  return true;
}
