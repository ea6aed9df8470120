import { idSchema } from '@plaza/contracts';
import { z } from 'zod';
import { momentSchema, parseRows, type Query } from '../platform/query.ts';

const dueMailSchema = z.object({
  mail: z.object({
    id: idSchema,
    template: z.string(),
    recipient: z.string(),
    data: z.unknown(),
    /** This attempt included. */
    attempts: z.int(),
    expiresAt: momentSchema.nullable(),
  }),
});
export type DueMail = z.infer<typeof dueMailSchema>['mail'];

/**
 * Takes mails whose time has come, each for one attempt. Until its next attempt is due, nobody else takes it: a process
 * that dies while sending leaves it to others then.
 */
export async function claimDueMails(
  query: Query,
  input: { now: Date; limit: number; firstPauseMs: number; longestPauseMs: number },
): Promise<DueMail[]> {
  const now = input.now.toISOString();
  const rows = await query`
    with due as (
      select id from mail
      where status = 'queued' and next_attempt_at <= ${now}::timestamptz
      order by priority, next_attempt_at limit ${input.limit}
      for update skip locked
    ), claimed as (
      update mail m set
        attempts = m.attempts + 1,
        next_attempt_at = ${now}::timestamptz + make_interval(secs =>
          least(${input.firstPauseMs}::float8 * 2 ^ least(m.attempts, 30), ${input.longestPauseMs}::float8) / 1000)
      from due where m.id = due.id
      returning m.*
    )
    select jsonb_build_object('id', id, 'template', template, 'recipient', recipient, 'data', data,
      'attempts', attempts, 'expiresAt', expires_at) as mail
    from claimed order by priority, created_at`;
  return parseRows(dueMailSchema, rows).map((row) => row.mail);
}

/** Gives mails back that were claimed and not tried. */
export async function returnMails(query: Query, mailIds: readonly string[], now: Date): Promise<void> {
  await query`
    update mail set attempts = attempts - 1, next_attempt_at = ${now.toISOString()}::timestamptz
    where id = any(${[...mailIds]}) and status = 'queued'`;
}

/** Notes that a mail has left. */
export async function saveSent(
  query: Query,
  input: { mailId: string; isSensitive: boolean; now: Date },
): Promise<void> {
  await query`
    update mail set status = 'sent', ended_at = ${input.now.toISOString()}::timestamptz, last_error = null,
      data = case when ${input.isSensitive} then '{}'::jsonb else data end
    where id = ${input.mailId}`;
}

/** Notes why an attempt failed; the next one is due already. */
export async function saveAttempt(query: Query, input: { mailId: string; reason: string }): Promise<void> {
  await query`update mail set last_error = ${input.reason} where id = ${input.mailId} and status = 'queued'`;
}

/** Notes that a mail is not tried any more. */
export async function saveFailed(
  query: Query,
  input: { mailId: string; reason: string; isSensitive: boolean; now: Date },
): Promise<void> {
  await query`
    update mail set status = 'failed', ended_at = ${input.now.toISOString()}::timestamptz,
      last_error = ${input.reason}, data = case when ${input.isSensitive} then '{}'::jsonb else data end
    where id = ${input.mailId} and status = 'queued'`;
}

/** Erases who got what in mails that ended before `erasedBefore`, and what is left of those before `removedBefore`. */
export async function eraseMails(
  query: Query,
  input: { erasedBefore: Date; removedBefore: Date; limit: number },
): Promise<number> {
  const erased = await query`
    update mail set recipient = null, data = '{}'::jsonb, last_error = null
    where id in (
      select id from mail
      where status <> 'queued' and ended_at < ${input.erasedBefore.toISOString()}::timestamptz
        and ended_at >= ${input.removedBefore.toISOString()}::timestamptz and recipient is not null
      order by ended_at limit ${input.limit})`;
  const removed = await query`
    delete from mail where id in (
      select id from mail
      where status <> 'queued' and ended_at < ${input.removedBefore.toISOString()}::timestamptz
      order by ended_at limit ${input.limit})`;
  return Math.max(erased.count, removed.count);
}
