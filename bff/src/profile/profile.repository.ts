import {
  currencySchema,
  languageSchema,
  type NotificationKind,
  notificationKindSchema,
} from '@plaza/contracts';
import { z } from 'zod';
import { parseRows, type Query } from '../platform/query.ts';

const profileRecordSchema = z.object({
  /** Sealed, as the two others below. */
  fullName: z.string().nullable(),
  phone: z.string().nullable(),
  socialLinks: z.string().nullable(),
  language: languageSchema.catch('en'),
  currency: currencySchema.catch('USD'),
  notifications: z.array(notificationKindSchema),
});
export type ProfileRecord = z.output<typeof profileRecordSchema>;

/** What somebody has told of themselves; null when nothing. */
export async function findProfile(query: Query, accountId: string): Promise<ProfileRecord | null> {
  const rows = await query`
    select full_name as "fullName", phone, social_links as "socialLinks", language, currency, notifications
    from profile where account_id = ${accountId}`;
  return parseRows(profileRecordSchema, rows)[0] ?? null;
}

export async function writeProfile(
  query: Query,
  input: Omit<ProfileRecord, 'notifications'> & {
    accountId: string;
    displayName: string;
    notifications: readonly NotificationKind[];
    now: Date;
  },
): Promise<void> {
  await query`
    insert into profile (account_id, full_name, phone, language, currency, notifications, social_links, updated_at)
    values (${input.accountId}, ${input.fullName}, ${input.phone}, ${input.language}, ${input.currency},
      ${[...input.notifications]}::text[], ${input.socialLinks}, ${input.now.toISOString()}::timestamptz)
    on conflict (account_id) do update set full_name = excluded.full_name, phone = excluded.phone,
      language = excluded.language, currency = excluded.currency, notifications = excluded.notifications,
      social_links = excluded.social_links, updated_at = excluded.updated_at`;
  await query`
    update account set display_name = ${input.displayName}
    where id = ${input.accountId} and display_name <> ${input.displayName}`;
}

/** Puts another picture, or none, in the place of the one there is, which is answered. */
export async function replaceAvatar(
  query: Query,
  input: { accountId: string; avatarUrl: string | null },
): Promise<string | null> {
  const rows = await query`
    with before as (select id, avatar_url from account where id = ${input.accountId} for update)
    update account a set avatar_url = ${input.avatarUrl} from before where a.id = before.id
    returning before.avatar_url as url`;
  return parseRows(z.object({ url: z.string().nullable() }), rows)[0]?.url ?? null;
}
