import type { EmailChangeResult } from '@plaza/contracts';
import { z } from 'zod';
import { appendAudit } from '../../audit/public.ts';
import { queueMail } from '../../notification/public.ts';
import type { Query } from '../../platform/query.ts';
import type { Services } from '../../platform/services.ts';
import type { Session } from '../../platform/trpc.ts';
import { saveEmail } from '../account.repository.ts';
import { addressGoneMail, addressNewMail } from '../mails/notice.mails.ts';
import { hashToken } from '../tokens.ts';
import { voidTokens } from './one-time-token.repository.ts';
import { issueToken, LINK_INVALID, readToken, useToken } from './one-time-tokens.ts';
import { WANTED_EMAIL_CONTEXT } from './request-email-change.ts';

const dataSchema = z.object({ email: z.string() });

export const ADDRESS_TAKEN = {
  ok: false,
  code: 'address_taken',
  message: 'This address belongs to another account by now.',
} as const;

/**
 * Gives an account its new address, in a browser that is signed in to it. The address of before hears of it and gets a
 * way back, if it was ever shown to be its owner's.
 */
export async function confirmEmailChange(
  { services, session }: { services: Services; session: Session },
  { token }: { token: string },
): Promise<EmailChangeResult> {
  const { account } = session;
  const { sealing, clock, database } = services;
  const now = clock.now();
  const shown = { token, purpose: 'change_email', now } as const;
  const found = await readToken(database.client, shown);
  if (found?.accountId !== account.id) return LINK_INVALID;
  const email = sealing.open(dataSchema.parse(found.data).email, WANTED_EMAIL_CONTEXT);
  const outcome = await database.client.begin(async (tx): Promise<EmailChangeResult> => {
    if ((await useToken(tx, shown)) === null) return LINK_INVALID;
    if (!(await saveEmail(tx, sealing, { accountId: account.id, email, verifiedAt: now })))
      return ADDRESS_TAKEN;
    await voidTokens(tx, { accountId: account.id, purposes: ['reset_password', 'verify_email'], now });
    if (account.isEmailVerified) await tellAddressOfBefore(tx, services, { account, email, now });
    await queueMail(tx, addressNewMail, {
      to: email,
      data: { at: now.toISOString() },
      dedupeKey: hashToken(token),
      now,
    });
    await appendAudit(tx, {
      actor: { kind: 'account', accountId: account.id },
      action: 'account.email_changed',
      subject: { kind: 'account', id: account.id },
      at: now,
    });
    return { ok: true, code: 'done' };
  });
  services.changes.tell(`account:${account.id}`);
  services.mailWaker.wake();
  return outcome;
}

async function tellAddressOfBefore(
  tx: Query,
  { sealing }: Services,
  { account, email, now }: { account: Session['account']; email: string; now: Date },
): Promise<void> {
  const token = await issueToken(tx, {
    purpose: 'undo_email',
    accountId: account.id,
    data: { email: sealing.seal(account.email, WANTED_EMAIL_CONTEXT) },
    now,
  });
  await queueMail(tx, addressGoneMail, {
    to: account.email,
    data: { at: now.toISOString(), token, newAddressHint: hintOf(email) },
    dedupeKey: hashToken(token),
    now,
  });
}

/** Enough for its owner to know an address again: `a…@example.com`. */
export const hintOf = (email: string): string => email.replace(/^(.)[^@]*/u, '$1…');
