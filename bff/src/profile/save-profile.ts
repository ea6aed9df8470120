import type { Account, Profile, saveProfileInput } from '@plaza/contracts';
import type { z } from 'zod';
import { appendAudit } from '../audit/public.ts';
import type { Services } from '../platform/services.ts';
import { getProfile } from './get-profile.ts';
import { writeProfile } from './profile.repository.ts';
import { CONTEXTS, sealText } from './sealed-fields.ts';

/** Replaces what an account tells of itself. The audit log is told which fields changed, not to what. */
export async function saveProfile(
  services: Services,
  account: Account,
  input: z.output<typeof saveProfileInput>,
): Promise<Profile> {
  const { sealing, clock } = services;
  const before = await getProfile(services, account);
  const fields = changedFields(before, input);
  if (fields.length === 0) return before;
  const now = clock.now();
  await services.database.client.begin(async (tx) => {
    await writeProfile(tx, {
      accountId: account.id,
      displayName: input.displayName,
      fullName: sealText(sealing, input.fullName, CONTEXTS.fullName),
      phone: sealText(sealing, input.phone, CONTEXTS.phone),
      socialLinks:
        input.socialLinks.length === 0
          ? null
          : sealing.seal(JSON.stringify(input.socialLinks), CONTEXTS.socialLinks),
      language: input.language,
      currency: input.currency,
      notifications: input.notifications,
      now,
    });
    await appendAudit(tx, {
      actor: { kind: 'account', accountId: account.id },
      action: 'account.profile_changed',
      subject: { kind: 'account', id: account.id },
      details: { fields },
      at: now,
    });
  });
  services.changes.tell(`account:${account.id}`);
  return getProfile(services, { ...account, displayName: input.displayName });
}

const FIELDS = [
  'displayName',
  'fullName',
  'phone',
  'language',
  'currency',
  'notifications',
  'socialLinks',
] as const;

const changedFields = (before: Profile, after: z.output<typeof saveProfileInput>): string[] =>
  FIELDS.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
