import { newId, type Role } from '@plaza/contracts';
import { z } from 'zod';
import { parseRows, type Query } from '../platform/query.ts';
import type { Sealing } from '../platform/sealing.ts';
import { type AccountRecord, accountJson, accountRecordSchema, EMAIL_CONTEXT } from './account-record.ts';

const foundSchema = z.object({ found: accountRecordSchema });

/** The account of an address in lower case, or null. Those that were erased have none. */
export async function findAccountByEmail(
  query: Query,
  sealing: Sealing,
  email: string,
): Promise<AccountRecord | null> {
  const rows = await query`
    select ${accountJson(query)} as found from account a
    where a.email_index = ${sealing.blindIndex(email, EMAIL_CONTEXT)}`;
  return parseRows(foundSchema, rows)[0]?.found ?? null;
}

export async function findAccount(query: Query, accountId: string): Promise<AccountRecord | null> {
  const rows = await query`select ${accountJson(query)} as found from account a where a.id = ${accountId}`;
  return parseRows(foundSchema, rows)[0]?.found ?? null;
}

/** Stores a new account; null when the address has one already. */
export async function insertAccount(
  query: Query,
  sealing: Sealing,
  input: {
    email: string;
    displayName: string;
    passwordHash: string | null;
    emailVerifiedAt: Date | null;
    roles?: readonly Role[];
    now: Date;
  },
): Promise<AccountRecord | null> {
  const id = newId();
  const rows = await query`
    insert into account (id, email, email_index, email_verified_at, password_hash, display_name, roles, created_at)
    values (${id}, ${sealing.seal(input.email, EMAIL_CONTEXT)}, ${sealing.blindIndex(input.email, EMAIL_CONTEXT)},
      ${input.emailVerifiedAt?.toISOString() ?? null}::timestamptz, ${input.passwordHash}, ${input.displayName},
      ${[...(input.roles ?? ['buyer'])]}::text[], ${input.now.toISOString()}::timestamptz)
    on conflict (email_index) do nothing
    returning id`;
  return rows.length === 0 ? null : findAccount(query, id);
}

export async function savePasswordHash(
  query: Query,
  input: { accountId: string; passwordHash: string },
): Promise<void> {
  await query`update account set password_hash = ${input.passwordHash} where id = ${input.accountId}`;
}

/** Takes note that the owner of the account reads mail at its address. False when that was known. */
export async function markEmailVerified(
  query: Query,
  input: { accountId: string; at: Date },
): Promise<boolean> {
  const rows = await query`
    update account set email_verified_at = ${input.at.toISOString()}::timestamptz
    where id = ${input.accountId} and email_verified_at is null
    returning id`;
  return rows.length > 0;
}

/** What was chosen at the registration that turned out to be its owner's. */
export async function saveRegistration(
  query: Query,
  input: { accountId: string; passwordHash: string; displayName: string },
): Promise<void> {
  await query`
    update account set password_hash = ${input.passwordHash}, display_name = ${input.displayName}
    where id = ${input.accountId}`;
}

/** Makes the password void: there is none until its owner chooses a new one. */
export async function clearPassword(query: Query, accountId: string): Promise<void> {
  await query`update account set password_hash = null where id = ${accountId}`;
}

/** Gives an account another address. False when another account has it. */
export async function saveEmail(
  query: Query,
  sealing: Sealing,
  input: { accountId: string; email: string; verifiedAt: Date },
): Promise<boolean> {
  const emailIndex = sealing.blindIndex(input.email, EMAIL_CONTEXT);
  const rows = await query`
    update account set email = ${sealing.seal(input.email, EMAIL_CONTEXT)}, email_index = ${emailIndex},
      email_verified_at = ${input.verifiedAt.toISOString()}::timestamptz
    where id = ${input.accountId}
      and not exists (select from account where email_index = ${emailIndex} and id <> ${input.accountId})
    returning id`;
  return rows.length > 0;
}

/** Gives an account a role that it may have already, and locks it. */
export async function addRole(query: Query, input: { accountId: string; role: Role }): Promise<void> {
  await query`
    update account set roles = case when ${input.role} = any(roles) then roles else array_append(roles, ${input.role}) end
    where id = ${input.accountId}`;
}

/** Seals addresses that were stored before there was sealing. Answers how many. */
export async function sealPlainEmails(query: Query, sealing: Sealing): Promise<number> {
  const rows = await query`select id, email from account where email_index is null and status <> 'erased'`;
  const plain = parseRows(z.object({ id: z.string(), email: z.string() }), rows);
  for (const { id, email } of plain) {
    await query`
      update account set email = ${sealing.seal(email, EMAIL_CONTEXT)},
        email_index = ${sealing.blindIndex(email, EMAIL_CONTEXT)}
      where id = ${id} and email = ${email}`;
  }
  return plain.length;
}
