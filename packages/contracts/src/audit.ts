import { z } from 'zod';
import { idSchema } from './ids.ts';

/** Control characters and halves of characters. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}]/u;

/** Why somebody of Plaza's staff does something; kept for ever, so it names no more of a person than it must. */
export const auditReasonSchema = z
  .string()
  .trim()
  .min(3, { error: 'Say why, in a few words.' })
  .max(500, { error: 'Use at most 500 characters.' })
  .refine((text) => !UNPRINTABLE.test(text), {
    error: 'Write the reason in one line of plain text.',
  });

/**
 * Who did it: somebody about their own account (a stranger when there is no id), somebody of the staff about what is
 * not theirs, or Plaza by itself.
 */
export const auditActorKindSchema = z.enum(['account', 'admin', 'system']);

/** `account.password_changed`: what it happened to, and what happened. */
export const auditActionSchema = z
  .string()
  .max(100)
  .regex(/^[a-z]+(?:_[a-z]+)*(?:\.[a-z]+(?:_[a-z]+)*)+$/, {
    error: 'is written like account.password_changed',
  });

export const auditEntrySchema = z.object({
  id: idSchema,
  /** Its place in the log, from 1, without gaps. */
  seq: z.int(),
  at: z.iso.datetime(),
  actor: z.object({ kind: auditActorKindSchema, accountId: idSchema.nullable() }),
  action: z.string(),
  subject: z.object({ kind: z.string(), id: z.string() }),
  reason: z.string().nullable(),
  details: z.record(z.string(), z.json()),
  /** Binds the entry and, by the entries before it, the whole log up to here. */
  hash: z.string(),
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;

export const listAuditInput = z.object({
  actorAccountId: idSchema.optional(),
  /** Id of the account, order, … that it was done to. */
  subjectId: z.string().trim().min(1).max(100).optional(),
  action: auditActionSchema.optional(),
  /** Entries before this place; the newest when absent. */
  cursor: z.int().min(1).optional(),
  pageSize: z.int().min(1).max(100).default(50),
});
export type ListAuditInput = z.infer<typeof listAuditInput>;

/** Newest first. */
export const auditPage = z.object({
  items: z.array(auditEntrySchema),
  /** Where the next page begins; null on the last one. */
  nextCursor: z.int().nullable(),
});
export type AuditPage = z.infer<typeof auditPage>;
