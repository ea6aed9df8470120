import { type FirstFactorResult, newId, type SocialError } from '@plaza/contracts';
import { appendAudit } from '../../audit/public.ts';
import { queueMail } from '../../notification/public.ts';
import type { Query } from '../../platform/query.ts';
import type { Context } from '../../platform/trpc.ts';
import { findAccount, findAccountByEmail, insertAccount, markEmailVerified } from '../account.repository.ts';
import { type AccountRecord, EMAIL_CONTEXT, toAccount } from '../account-record.ts';
import { finishFirstFactor } from '../finish-first-factor.ts';
import { connectionChanged } from './connection-changed.mail.ts';
import { noteRefusal } from './note-refusal.ts';
import type { SocialProfile, SocialProvider } from './provider.ts';
import { findLinkedAccountId, insertIdentity } from './social-identity.repository.ts';

const MAX_NAME_LENGTH = 80;

export type Settled =
  | { kind: 'first_factor'; result: FirstFactorResult }
  | {
      kind: 'problem';
      code: Extract<SocialError, 'no_email' | 'sign_in_first' | 'provider_taken' | 'suspended'>;
    }
  /** The provider does not say that the address is the person's: a code by mail has to. */
  | { kind: 'confirm_email'; email: string };

/**
 * Whose account somebody signs in to who has shown at a provider who they are:
 * 1. whom we know goes to their account;
 * 2. whose address is not known to be theirs confirms it first; whether it has an account is not told before;
 * 3. an address with an account is connected with it when both sides have verified it;
 * 4. an address without one opens an account.
 */
export async function settleSignIn(
  ctx: Context,
  provider: SocialProvider,
  profile: SocialProfile,
): Promise<Settled> {
  const settled = await settle(ctx, provider, profile);
  if (settled.kind === 'problem')
    await noteRefusal(ctx, provider, profile, settled.code === 'suspended' ? 'suspended' : 'refused');
  return settled;
}

async function settle(ctx: Context, provider: SocialProvider, profile: SocialProfile): Promise<Settled> {
  const known = await findKnown(ctx, provider, profile);
  if (known) return finish(ctx, known, provider);
  const { email } = profile;
  if (email === null) return { kind: 'problem', code: 'no_email' };
  if (!profile.isEmailVerified) return { kind: 'confirm_email', email };

  const { database, sealing } = ctx.services;
  const owner = await findAccountByEmail(database.client, sealing, email);
  if (owner) return connect(ctx, provider, profile, owner);
  const opened = await openAccount(ctx, provider, { ...profile, email });
  if (opened) return finish(ctx, opened, provider);
  // Somebody was faster, perhaps this very person in another tab: what they made is there now.
  const made = await findKnown(ctx, provider, profile);
  return made ? finish(ctx, made, provider) : { kind: 'problem', code: 'sign_in_first' };
}

const finish = async (ctx: Context, record: AccountRecord, provider: SocialProvider): Promise<Settled> => ({
  kind: 'first_factor',
  result: await finishFirstFactor(ctx, record, provider.method),
});

async function findKnown(
  { services }: Context,
  provider: SocialProvider,
  profile: SocialProfile,
): Promise<AccountRecord | null> {
  const { client } = services.database;
  const key = { provider: provider.id, subject: profile.subject };
  const accountId = await findLinkedAccountId(client, key);
  const record = accountId === null ? null : await findAccount(client, accountId);
  if (!record || record.emailVerifiedAt !== null || !profile.isEmailVerified) return record;
  if (services.sealing.open(record.email, EMAIL_CONTEXT) !== profile.email) return record;
  // The provider has verified by now what we have not.
  await markEmailVerified(client, { accountId: record.id, at: services.clock.now() });
  return findAccount(client, record.id);
}

async function connect(
  ctx: Context,
  provider: SocialProvider,
  profile: SocialProfile,
  owner: AccountRecord,
): Promise<Settled> {
  if (owner.status !== 'active') return { kind: 'problem', code: 'suspended' };
  // Somebody may have opened it with an address that is not theirs, and wait for its owner to come by this way.
  if (owner.emailVerifiedAt === null) return { kind: 'problem', code: 'sign_in_first' };
  const isConnected = await linkIdentity(ctx, provider, profile, toAccount(owner, ctx.services.sealing));
  if (isConnected) return finish(ctx, owner, provider);
  const made = await findKnown(ctx, provider, profile);
  return made ? finish(ctx, made, provider) : { kind: 'problem', code: 'provider_taken' };
}

/** Connects a provider's person with an account and tells its owner. False when either is connected otherwise already. */
export async function linkIdentity(
  { services }: Pick<Context, 'services'>,
  provider: SocialProvider,
  profile: SocialProfile,
  account: { id: string; email: string },
): Promise<boolean> {
  const accountId = account.id;
  const isLinked = await services.database.client.begin(async (query) => {
    const now = services.clock.now();
    const { subject, email } = profile;
    const input = { provider: provider.id, subject, accountId, email, now };
    if (!(await insertIdentity(query, services.sealing, input))) return false;
    await queueMail(query, connectionChanged, {
      to: account.email,
      data: { at: now.toISOString(), providerName: provider.name, isConnected: true },
      dedupeKey: newId(),
      now,
    });
    await auditIdentity(query, 'account.identity_linked', { accountId, provider: provider.id, at: now });
    return true;
  });
  if (isLinked) services.mailWaker.wake();
  return isLinked;
}

/** Null when the address or the identity was taken meanwhile; nothing is stored then. */
async function openAccount(
  { services }: Context,
  provider: SocialProvider,
  profile: SocialProfile & { email: string },
): Promise<AccountRecord | null> {
  const { database, sealing, clock } = services;
  const now = clock.now();
  const { email, subject } = profile;
  try {
    return await database.client.begin(async (query) => {
      const record = await insertAccount(query, sealing, {
        email,
        displayName: nameOf(profile),
        passwordHash: null,
        emailVerifiedAt: now,
        now,
      });
      if (!record) throw new Taken();
      const input = { provider: provider.id, subject, accountId: record.id, email, now };
      if (!(await insertIdentity(query, sealing, input))) throw new Taken();
      await auditIdentity(query, 'account.identity_linked', {
        accountId: record.id,
        provider: provider.id,
        at: now,
      });
      return record;
    });
  } catch (error) {
    if (error instanceof Taken) return null;
    throw error;
  }
}

class Taken extends Error {}

export const auditIdentity = (
  query: Query,
  action: 'account.identity_linked' | 'account.identity_unlinked',
  { accountId, provider, at }: { accountId: string; provider: string; at: Date },
): Promise<void> =>
  appendAudit(query, {
    actor: { kind: 'account', accountId },
    action,
    subject: { kind: 'account', id: accountId },
    details: { provider },
    at,
  });

/** A name to greet somebody by, of what the provider tells. */
function nameOf({ name, email }: SocialProfile & { email: string }): string {
  const told = (name ?? '').replace(/[\p{C}\s]+/gu, ' ').trim();
  return [...(told || email.slice(0, email.indexOf('@')))].slice(0, MAX_NAME_LENGTH).join('');
}
