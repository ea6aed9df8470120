import { z } from 'zod';
import { emailSchema } from './account.ts';
import { addressSchema } from './address.ts';
import { idSchema } from './ids.ts';
import { currencySchema } from './money.ts';
import { signInEventSchema } from './watch.ts';

/** Languages that Plaza can be shown in; one so far. */
export const languageSchema = z.enum(['en']);
/** What somebody may be written about and can refuse. Mails that an order or the account's safety need are not among these. */
export const notificationKindSchema = z.enum(['offers', 'price_drops', 'product_news']);
export type NotificationKind = z.infer<typeof notificationKindSchema>;
export const NOTIFICATION_KINDS = notificationKindSchema.options;

export const MAX_SOCIAL_LINKS = 5;
const socialLinkSchema = z
  .string()
  .trim()
  .max(200, { error: 'Use at most 200 characters.' })
  .refine(isPlainHttps, {
    error: 'Enter an address that begins with https://, such as https://example.com/you.',
  });

/** With a name of a site, without a password or a port in it: nothing that shows one place and leads to another. */
function isPlainHttps(text: string): boolean {
  if (!/^https:\/\/[^\s\\@]+$/i.test(text) || !URL.canParse(text)) return false;
  const { username, password, port, hostname } = new URL(text);
  return (
    username === '' && password === '' && port === '' && /^[a-z0-9.-]+\.[a-z][a-z0-9-]+$/i.test(hostname)
  );
}

/** Control characters, and marks that turn the direction of a text around. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u;
const nameLine = (maxLength: number) =>
  z
    .string()
    .trim()
    .max(maxLength, { error: `Use at most ${maxLength} characters.` })
    .refine((text) => !UNPRINTABLE.test(text), { error: 'Use letters, spaces and marks only.' });

const profilePhoneSchema = z
  .string()
  .trim()
  .max(32)
  .refine((text) => text === '' || /^\+?[\d\s().-]{5,32}$/.test(text), {
    error: 'Enter a phone number such as +1 555 010 2030.',
  });

export const profileSchema = z.object({
  displayName: z.string(),
  email: z.string(),
  isEmailVerified: z.boolean(),
  avatarUrl: z.string().nullable(),
  /** As on a passport; empty when it is not told. */
  fullName: z.string(),
  phone: z.string(),
  language: languageSchema,
  currency: currencySchema,
  notifications: z.array(notificationKindSchema),
  socialLinks: z.array(z.string()),
  createdAt: z.iso.datetime(),
});
export type Profile = z.infer<typeof profileSchema>;

export const saveProfileInput = z.object({
  displayName: nameLine(80).pipe(z.string().min(1, { error: 'Enter your name.' })),
  fullName: nameLine(100),
  phone: profilePhoneSchema,
  language: languageSchema,
  currency: currencySchema,
  notifications: z
    .array(notificationKindSchema)
    .max(NOTIFICATION_KINDS.length)
    .transform((kinds) => [...new Set(kinds)]),
  socialLinks: z
    .array(socialLinkSchema)
    .max(MAX_SOCIAL_LINKS, { error: `Add at most ${MAX_SOCIAL_LINKS} links.` }),
});
export type SaveProfileInput = z.input<typeof saveProfileInput>;

/** Bytes of a picture of oneself as it is sent. */
export const MAX_AVATAR_BYTES = 5 * 1024 * 1024;
export const uploadAvatarResult = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), avatarUrl: z.string() }),
  z.object({
    ok: z.literal(false),
    code: z.enum(['too_large', 'not_a_picture', 'nothing_sent']),
    message: z.string(),
  }),
]);

export const MAX_SAVED_ADDRESSES = 20;
export const savedAddressSchema = z.object({
  id: idSchema,
  address: addressSchema,
  /** Where parcels go unless something else is said; one of them, when there are any. */
  isDefault: z.boolean(),
});
export type SavedAddress = z.infer<typeof savedAddressSchema>;
export const savedAddressesSchema = z.array(savedAddressSchema).max(MAX_SAVED_ADDRESSES);

export const saveAddressInput = z.object({
  /** The one that is changed; a new one when absent. */
  addressId: idSchema.optional(),
  address: addressSchema,
  isDefault: z.boolean().default(false),
});
export const addressIdInput = z.object({ addressId: idSchema });
export const saveAddressResult = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), addressId: idSchema, addresses: savedAddressesSchema }),
  z.object({ ok: z.literal(false), code: z.literal('too_many'), message: z.string() }),
]);

/** Where a page of activity ends, in each of the two lists that it is put together from; null at the beginning of one. */
export const activityCursorSchema = z.object({
  seq: z.int().min(1).nullable(),
  signIn: z.object({ at: z.iso.datetime(), id: idSchema }).nullable(),
});
export type ActivityCursor = z.infer<typeof activityCursorSchema>;
export const activityInput = z.object({
  /** What comes after this place; the newest when absent. */
  cursor: activityCursorSchema.optional(),
  pageSize: z.int().min(1).max(50).default(20),
});
/** Something that happened to an account, or that its owner did. */
export const accountChangeSchema = z.object({
  id: idSchema,
  at: z.iso.datetime(),
  action: z.string(),
  /** Who did it: the owner, Plaza's staff, Plaza by itself, or somebody who was not signed in. */
  by: z.enum(['you', 'staff', 'plaza', 'stranger']),
});
/** A change of the account, or an attempt to sign in to it. */
export const activityEntrySchema = z.discriminatedUnion('kind', [
  accountChangeSchema.extend({ kind: z.literal('change') }),
  signInEventSchema.extend({ kind: z.literal('sign_in') }),
]);
export type ActivityEntry = z.infer<typeof activityEntrySchema>;
export const activityPage = z.object({
  items: z.array(activityEntrySchema),
  nextCursor: activityCursorSchema.nullable(),
});
export type ActivityPage = z.infer<typeof activityPage>;

export const dataExportSchema = z.object({
  id: idSchema,
  status: z.enum(['asked', 'ready', 'failed']),
  askedAt: z.iso.datetime(),
  readyAt: z.iso.datetime().nullable(),
  /** Until then it can be downloaded. */
  expiresAt: z.iso.datetime(),
  sizeBytes: z.int().nullable(),
});
export type DataExport = z.infer<typeof dataExportSchema>;

/** What stands in the way of an erasure, and has to be brought to its end first. */
export const erasureObstacleSchema = z.discriminatedUnion('code', [
  z.object({ code: z.literal('orders_under_way'), orderNumbers: z.array(z.string()) }),
  z.object({ code: z.literal('refunds_under_way'), count: z.int() }),
  z.object({ code: z.literal('shop_open'), shop: z.string(), listingCount: z.int() }),
  z.object({ code: z.literal('shop_orders'), shop: z.string(), orderCount: z.int() }),
  z.object({ code: z.literal('last_admin') }),
]);
export type ErasureObstacle = z.infer<typeof erasureObstacleSchema>;

export const privacySchema = z.object({
  /** Newest first. */
  exports: z.array(dataExportSchema),
  obstacles: z.array(erasureObstacleSchema),
  /** When the account is to be erased, if that was asked for. */
  erasureDueAt: z.iso.datetime().nullable(),
  /** Days in which an erasure can be undone. */
  graceDays: z.number(),
});
export type Privacy = z.infer<typeof privacySchema>;

export const askForExportResult = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), export: dataExportSchema }),
  z.object({ ok: z.literal(false), code: z.literal('too_many'), message: z.string() }),
]);
export const exportIdInput = z.object({ exportId: idSchema });
export const openExportResult = z.discriminatedUnion('ok', [
  /** `path` is good for one download, within minutes, in the browser that asked for it. */
  z.object({ ok: z.literal(true), path: z.string() }),
  z.object({ ok: z.literal(false), code: z.literal('not_ready'), message: z.string() }),
]);

export const eraseInput = z.object({
  /** The account's own address, typed, so that nobody erases by a slip. */
  confirmation: emailSchema,
});
export const eraseResult = z.discriminatedUnion('code', [
  z.object({ ok: z.literal(true), code: z.literal('asked'), dueAt: z.iso.datetime() }),
  z.object({ ok: z.literal(false), code: z.literal('wrong_confirmation'), message: z.string() }),
  z.object({
    ok: z.literal(false),
    code: z.literal('under_way'),
    message: z.string(),
    obstacles: z.array(erasureObstacleSchema),
  }),
]);
