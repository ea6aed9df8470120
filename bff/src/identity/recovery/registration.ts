import { newShopSchema } from '@plaza/contracts';
import { z } from 'zod';
import { queueMail } from '../../notification/public.ts';
import type { Query } from '../../platform/query.ts';
import type { LimitRule } from '../../platform/rate-limits.ts';
import type { Services } from '../../platform/services.ts';
import type { AccountRecord } from '../account-record.ts';
import { accountExistsMail, verifyAddressMail } from '../mails/link.mails.ts';
import { hashToken } from '../tokens.ts';
import { issueToken } from './one-time-tokens.ts';

/** What was typed in at a registration. It counts when the link that it led to is opened, and not before. */
const typedSchema = z.object({
  passwordHash: z.string(),
  displayName: z.string(),
  shop: newShopSchema.nullable(),
});

/** What the link of a registration stands for. */
export const registrationSchema = z.object({
  /** SHA-256 of the cookie of the browser that registered. */
  browserHash: z.string().optional(),
  typed: typedSchema.optional(),
  returnTo: z.string().nullable().default(null),
});
export type Registration = z.input<typeof registrationSchema>;

/** Mails of this kind to one address, asked for by whomever. */
const TO_ADDRESS: LimitRule = { name: 'registration-mail', points: 5, durationS: 3_600 };

/** Whether one more such mail may go to an address. Nobody is told when it may not. */
export const mayMail = async ({ rateLimits }: Services, email: string): Promise<boolean> =>
  (await rateLimits.consume(TO_ADDRESS, hashToken(email))).allowed;

/**
 * Sends the owner of an address the link of a registration or, where there is nothing to verify, word that they have
 * an account. Both are the same work, so that nobody can tell one from the other.
 */
export async function sendRegistrationMail(
  query: Query,
  input: { account: AccountRecord; email: string; registration: Registration; now: Date },
): Promise<void> {
  const { account, email: to, registration, now } = input;
  const isNew = account.emailVerifiedAt === null && account.status === 'active';
  const { browserHash } = registration;
  const token = await issueToken(query, {
    purpose: isNew ? 'verify_email' : 'account_exists',
    accountId: account.id,
    data: isNew ? registration : { browserHash },
    now,
  });
  const dedupeKey = hashToken(token);
  if (isNew) {
    const displayName = registration.typed?.displayName ?? account.displayName;
    await queueMail(query, verifyAddressMail, { to, data: { token, displayName }, dedupeKey, now });
  } else await queueMail(query, accountExistsMail, { to, data: {}, dedupeKey, now });
}
