import { idSchema, newId } from '@plaza/contracts';
import { z } from 'zod';
import { momentSchema, parseRows, type Query } from '../../platform/query.ts';
import type { Sealing } from '../../platform/sealing.ts';

const EMAIL_CONTEXT = 'social_identity.email';

/** Id of the account of a provider's person, or null. */
export async function findLinkedAccountId(
  query: Query,
  { provider, subject }: { provider: string; subject: string },
): Promise<string | null> {
  const rows = await query`
    select account_id as "accountId" from social_identity where provider = ${provider} and subject = ${subject}`;
  return parseRows(z.object({ accountId: idSchema }), rows)[0]?.accountId ?? null;
}

/** Connects a provider's person with an account. False when either is connected already. */
export async function insertIdentity(
  query: Query,
  sealing: Sealing,
  input: { provider: string; subject: string; accountId: string; email: string | null; now: Date },
): Promise<boolean> {
  const email = input.email === null ? null : sealing.seal(input.email, EMAIL_CONTEXT);
  const rows = await query`
    insert into social_identity (id, provider, subject, account_id, email, linked_at)
    values (${newId()}, ${input.provider}, ${input.subject}, ${input.accountId}, ${email},
      ${input.now.toISOString()}::timestamptz)
    on conflict do nothing
    returning 1`;
  return rows.length > 0;
}

const identitySchema = z.object({
  provider: z.string(),
  email: z.string().nullable(),
  linkedAt: momentSchema,
});

export async function listIdentities(query: Query, sealing: Sealing, accountId: string) {
  const rows = await query`
    select provider, email, to_json(linked_at) #>> '{}' as "linkedAt" from social_identity
    where account_id = ${accountId} order by linked_at, provider`;
  return parseRows(identitySchema, rows).map((row) => ({
    ...row,
    email: row.email === null ? null : sealing.open(row.email, EMAIL_CONTEXT),
  }));
}

export async function deleteIdentity(
  query: Query,
  input: { accountId: string; provider: string },
): Promise<boolean> {
  const rows = await query`
    delete from social_identity where account_id = ${input.accountId} and provider = ${input.provider} returning 1`;
  return rows.length > 0;
}

/**
 * Locks the account, so that two ways to sign in cannot be given up at once, and says by what it can be signed in to.
 * @param usableProviders those that are configured; an identity of another opens nothing
 */
export async function lockWaysToSignIn(
  query: Query,
  input: { accountId: string; usableProviders: readonly string[] },
): Promise<{ hasPassword: boolean; passkeyCount: number; providers: string[] }> {
  await query`select 1 from account where id = ${input.accountId} for update`;
  return readWaysToSignIn(query, input);
}

const waysSchema = z.object({
  hasPassword: z.boolean(),
  passkeyCount: z.int(),
  providers: z.array(z.string()),
});

/** As `lockWaysToSignIn`, without the lock: for a list that only shows it. */
export async function readWaysToSignIn(
  query: Query,
  input: { accountId: string; usableProviders: readonly string[] },
): Promise<z.output<typeof waysSchema>> {
  const rows = await query`
    select a.password_hash is not null as "hasPassword",
      (select count(*)::int from factor f
        where f.account_id = a.id and f.kind = 'passkey' and f.confirmed_at is not null) as "passkeyCount",
      array(select i.provider from social_identity i
        where i.account_id = a.id and i.provider = any(${[...input.usableProviders]}::text[])) as providers
    from account a where a.id = ${input.accountId}`;
  const [ways] = parseRows(waysSchema, rows);
  return ways ?? { hasPassword: false, passkeyCount: 0, providers: [] };
}
