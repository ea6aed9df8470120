import { z } from 'zod';
import { auditReasonSchema } from './audit.ts';

/** Why something that was sent in could not become a row. */
export const DEAD_LETTER_REASONS = [
  'body_unreadable',
  'not_an_object',
  'event_name_missing',
  'distinct_id_missing',
  'uuid_invalid',
  'timestamp_invalid',
  'too_old',
  'properties_invalid',
  'properties_too_large',
  'refused_by_store',
  'fact_invalid',
] as const;
export const deadLetterReasonSchema = z.enum(DEAD_LETTER_REASONS);
export type DeadLetterReason = z.infer<typeof deadLetterReasonSchema>;

/** `capture`: events of browsers and servers; `outbox`: facts of the market. */
const sourceSchema = z.enum(['capture', 'outbox']);

/** Letters of one reason, for an overview. */
export const deadLetterCountsSchema = z.array(
  z.object({
    source: sourceSchema,
    reason: deadLetterReasonSchema,
    waitingCount: z.int().min(0),
    /** Have become rows since. */
    replayedCount: z.int().min(0),
    lastReceivedAt: z.iso.datetime(),
  }),
);
export type DeadLetterCounts = z.infer<typeof deadLetterCountsSchema>;

/** Newest first. */
export const listDeadLettersInput = z.object({
  reason: deadLetterReasonSchema.optional(),
  state: z.enum(['waiting', 'replayed']).default('waiting'),
  /** `nextCursor` of the page before. */
  cursor: z
    .string()
    .regex(/^\d{1,15}:[0-9a-f-]{36}$/)
    .optional(),
});

export const deadLetterSchema = z.object({
  id: z.uuid(),
  source: sourceSchema,
  reason: deadLetterReasonSchema,
  /** One line that says what is wrong. */
  detail: z.string(),
  /** What was sent, without personal data, cut to a bound. */
  payload: z.string(),
  /** Whether the payload is whole enough to go through the steps again. */
  isReplayable: z.boolean(),
  receivedAt: z.iso.datetime(),
  replayedAt: z.iso.datetime().nullable(),
});
export type DeadLetter = z.infer<typeof deadLetterSchema>;

export const deadLetterPageSchema = z.object({
  items: z.array(deadLetterSchema),
  nextCursor: z.string().nullable(),
});
export type DeadLetterPage = z.infer<typeof deadLetterPageSchema>;

/** Letters by their ids, or so many of a reason, in the order of their ids. */
export const replayDeadLettersInput = z.union([
  z.strictObject({ ids: z.array(z.uuid()).min(1).max(200) }),
  z.strictObject({
    reason: deadLetterReasonSchema,
    /** `nextAfter` of the answer before: a call takes a bounded number. */
    after: z.uuid().optional(),
  }),
]);
export type ReplayDeadLettersInput = z.infer<typeof replayDeadLettersInput>;

export const replayDeadLettersResultSchema = z.object({
  /** Are rows now, or had been before. */
  replayedCount: z.int().min(0),
  /** Stay as they are; the first few say why. */
  refusedCount: z.int().min(0),
  refused: z.array(z.object({ id: z.uuid(), detail: z.string() })),
  /** Where the next call goes on; null when there are no more of the reason. */
  nextAfter: z.uuid().nullable(),
});
export type ReplayDeadLettersResult = z.infer<typeof replayDeadLettersResultSchema>;

/** Somebody of the staff lets letters go through the steps again: some of them, or all of a reason; and says why. */
export const replayByStaffInput = z.object({
  letters: z.union([
    z.strictObject({ ids: z.array(z.uuid()).min(1).max(200) }),
    z.strictObject({ reason: deadLetterReasonSchema }),
  ]),
  reason: auditReasonSchema,
});
export type ReplayByStaffInput = z.infer<typeof replayByStaffInput>;

export const replayByStaffResult = replayDeadLettersResultSchema.omit({ nextAfter: true }).extend({
  /** False when the time ran out before the last of them: the same call goes on. */
  isComplete: z.boolean(),
});
export type ReplayByStaffResult = z.infer<typeof replayByStaffResult>;
