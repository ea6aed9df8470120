import type { Account, Profile } from '@plaza/contracts';
import { z } from 'zod';
import type { Services } from '../platform/services.ts';
import { findProfile } from './profile.repository.ts';
import { CONTEXTS, openText } from './sealed-fields.ts';

const linksSchema = z.array(z.string());

/** What an account has told of itself. */
export async function getProfile(
  { database, sealing }: Pick<Services, 'database' | 'sealing'>,
  account: Account,
): Promise<Profile> {
  const record = await findProfile(database.client, account.id);
  const { displayName, email, isEmailVerified, avatarUrl, createdAt } = account;
  const links = openText(sealing, record?.socialLinks ?? null, CONTEXTS.socialLinks);
  return {
    displayName,
    email,
    isEmailVerified,
    avatarUrl,
    createdAt,
    fullName: openText(sealing, record?.fullName ?? null, CONTEXTS.fullName),
    phone: openText(sealing, record?.phone ?? null, CONTEXTS.phone),
    language: record?.language ?? 'en',
    currency: record?.currency ?? 'USD',
    notifications: record?.notifications ?? [],
    socialLinks: links === '' ? [] : linksSchema.parse(JSON.parse(links)),
  };
}
