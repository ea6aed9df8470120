import {
  type Factor,
  factorSchema,
  idSchema,
  newId,
  SECOND_FACTORS,
  type SecondFactor,
  secondFactorSchema,
} from '@plaza/contracts';
import { z } from 'zod';
import { momentSchema, parseRows, type Query, toJson } from '../../platform/query.ts';

type FactorKind = Factor['kind'];

/** The kinds of second proof that an account can show now, strongest first. Recovery codes alone are none. */
export async function listSecondFactors(query: Query, accountId: string): Promise<SecondFactor[]> {
  const rows = await query`
    select distinct kind from factor where account_id = ${accountId} and confirmed_at is not null
    union all
    select 'recovery_code' where exists (
      select from recovery_code where account_id = ${accountId} and used_at is null)`;
  const kinds = parseRows(z.object({ kind: secondFactorSchema }), rows).map((row) => row.kind);
  if (kinds.every((kind) => kind === 'recovery_code')) return [];
  return SECOND_FACTORS.filter((kind) => kinds.includes(kind));
}

const recordSchema = z.object({
  id: idSchema,
  accountId: idSchema,
  kind: factorSchema.shape.kind,
  label: z.string(),
  /** Sealed as `SECRET_CONTEXT`. */
  secret: z.string().nullable(),
  data: z.record(z.string(), z.unknown()),
  confirmedAt: momentSchema.nullable(),
  lastUsedAt: momentSchema.nullable(),
  createdAt: momentSchema,
});
export type FactorRecord = z.output<typeof recordSchema>;
/** What a secret is sealed as. */
export const SECRET_CONTEXT = 'factor.secret';

const foundSchema = z.object({ found: recordSchema });
/** A row as JSON; needs `f` (factor) in scope. */
const factorJson = (query: Query) => query`
  jsonb_build_object('id', f.id, 'accountId', f.account_id, 'kind', f.kind, 'label', f.label, 'secret', f.secret,
    'data', f.data, 'confirmedAt', f.confirmed_at, 'lastUsedAt', f.last_used_at, 'createdAt', f.created_at)`;

/** Holds off whoever else changes the second proofs of the account until the transaction is over. */
export const lockFactors = async (query: Query, accountId: string): Promise<void> =>
  void (await query`select 1 from account where id = ${accountId} for update`);

/** All of an account, those that count and those that wait for their first code, oldest first. */
export async function listFactors(query: Query, accountId: string): Promise<FactorRecord[]> {
  const rows = await query`
    select ${factorJson(query)} as found from factor f where f.account_id = ${accountId} order by f.created_at, f.id`;
  return parseRows(foundSchema, rows).map(({ found }) => found);
}

export async function findFactor(
  query: Query,
  input: { accountId: string; factorId: string },
): Promise<FactorRecord | null> {
  const rows = await query`
    select ${factorJson(query)} as found from factor f
    where f.id = ${input.factorId} and f.account_id = ${input.accountId}`;
  return parseRows(foundSchema, rows)[0]?.found ?? null;
}

/** A passkey that counts, by what it calls itself. */
export async function findPasskey(query: Query, credentialId: string): Promise<FactorRecord | null> {
  const rows = await query`
    select ${factorJson(query)} as found from factor f
    where f.data->>'credentialId' = ${credentialId} and f.kind = 'passkey' and f.confirmed_at is not null`;
  return parseRows(foundSchema, rows)[0]?.found ?? null;
}

/** Stores a new one; null when it is a passkey that is known already. */
export async function insertFactor(
  query: Query,
  input: {
    accountId: string;
    kind: FactorKind;
    label: string;
    secret?: string;
    data?: object;
    confirmedAt: Date | null;
    now: Date;
  },
): Promise<FactorRecord | null> {
  const rows = await query`
    insert into factor as f (id, account_id, kind, label, secret, data, confirmed_at, created_at)
    values (${newId()}, ${input.accountId}, ${input.kind}, ${input.label}, ${input.secret ?? null},
      ${toJson(input.data ?? {})}::jsonb, ${input.confirmedAt?.toISOString() ?? null}::timestamptz,
      ${input.now.toISOString()}::timestamptz)
    on conflict ((data->>'credentialId')) do nothing
    returning ${factorJson(query)} as found`;
  return parseRows(foundSchema, rows)[0]?.found ?? null;
}

/** Makes one count. Null when it does already, or is not there any more. */
export async function confirmFactor(
  query: Query,
  input: { factorId: string; label: string; at: Date },
): Promise<FactorRecord | null> {
  const rows = await query`
    update factor as f set confirmed_at = ${input.at.toISOString()}::timestamptz, label = ${input.label}
    where f.id = ${input.factorId} and f.confirmed_at is null
    returning ${factorJson(query)} as found`;
  return parseRows(foundSchema, rows)[0]?.found ?? null;
}

/** Forgets what was begun and not confirmed. */
export async function deletePending(
  query: Query,
  input: { accountId: string; kind: FactorKind },
): Promise<void> {
  await query`
    delete from factor where account_id = ${input.accountId} and kind = ${input.kind} and confirmed_at is null`;
}

export async function deleteFactor(query: Query, factorId: string): Promise<void> {
  await query`delete from factor where id = ${factorId}`;
}

export async function saveLabel(
  query: Query,
  input: { accountId: string; factorId: string; label: string },
): Promise<boolean> {
  const rows = await query`
    update factor set label = ${input.label} where id = ${input.factorId} and account_id = ${input.accountId}
    returning id`;
  return rows.length > 0;
}

export async function touchFactors(
  query: Query,
  input: { accountId: string; kind: FactorKind; at: Date },
): Promise<void> {
  await query`
    update factor set last_used_at = ${input.at.toISOString()}::timestamptz
    where account_id = ${input.accountId} and kind = ${input.kind} and confirmed_at is not null`;
}

/** Uses up a step of an app's clock, and all before it. False when it was used: the code is not good any more. */
export async function useTotpStep(
  query: Query,
  input: { factorId: string; step: number; at: Date },
): Promise<boolean> {
  const rows = await query`
    update factor set data = data || jsonb_build_object('lastStep', ${input.step}::bigint),
      last_used_at = ${input.at.toISOString()}::timestamptz
    where id = ${input.factorId} and coalesce((data->>'lastStep')::bigint, -1) < ${input.step}
    returning id`;
  return rows.length > 0;
}

/**
 * Takes note of a passkey's counter. False when it did not go on: there is a copy of the passkey. Those that do not count
 * stay at zero.
 */
export async function usePasskeyCounter(
  query: Query,
  input: { factorId: string; counter: number; isBackedUp: boolean; at: Date },
): Promise<boolean> {
  const rows = await query`
    update factor set
      data = data || jsonb_build_object('counter', ${input.counter}::bigint, 'isBackedUp', ${input.isBackedUp}::boolean),
      last_used_at = ${input.at.toISOString()}::timestamptz
    where id = ${input.factorId}
      and ((data->>'counter')::bigint < ${input.counter}
        or (${input.counter} = 0 and (data->>'counter')::bigint = 0))
    returning id`;
  return rows.length > 0;
}
