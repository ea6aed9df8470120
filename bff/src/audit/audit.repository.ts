import { type AuditEntry, auditEntrySchema, type ListAuditInput } from '@plaza/contracts';
import { z } from 'zod';
import type { CanonicalValue } from '../platform/canonical-json.ts';
import { parseRows, type Query } from '../platform/query.ts';

/** Entries before `input.cursor`, newest first, at most `limit`. */
export async function readNewest(query: Query, input: ListAuditInput, limit: number): Promise<AuditEntry[]> {
  const { actorAccountId, subjectId, action, cursor } = input;
  const rows = await query`
    select id, seq::float8 as seq, to_char(at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
      jsonb_build_object('kind', actor_kind, 'accountId', actor_account_id) as actor, action,
      jsonb_build_object('kind', subject_kind, 'id', subject_id) as subject, reason, details, hash
    from audit_entry
    where true
      ${actorAccountId ? query`and actor_account_id = ${actorAccountId}` : query``}
      ${subjectId ? query`and subject_id = ${subjectId}` : query``}
      ${action ? query`and action = ${action}` : query``}
      ${cursor ? query`and seq < ${cursor}` : query``}
    order by seq desc limit ${limit}`;
  return parseRows(auditEntrySchema, rows);
}

const jsonSchema: z.ZodType<CanonicalValue> = z.lazy(() =>
  z.union([
    z.string(),
    z.number(),
    z.boolean(),
    z.null(),
    z.array(jsonSchema),
    z.record(z.string(), jsonSchema),
  ]),
);
const chainedEntrySchema = z.object({
  seq: z.number(),
  prevHash: z.string(),
  hash: z.string(),
  content: z.object({
    id: z.string(),
    at: z.string(),
    actor: z.object({ kind: z.string(), accountId: z.string().nullable() }),
    action: z.string(),
    subject: z.object({ kind: z.string(), id: z.string() }),
    reason: z.string().nullable(),
    details: jsonSchema,
  }),
});
export type ChainedEntry = z.infer<typeof chainedEntrySchema>;

/** Entries after a place, oldest first, with all that their hashes are made of. */
export async function readChain(query: Query, afterSeq: number, limit: number): Promise<ChainedEntry[]> {
  const rows = await query`
    select seq::float8 as seq, prev_hash as "prevHash", hash, jsonb_build_object(
      'id', id, 'at', to_char(at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
      'actor', jsonb_build_object('kind', actor_kind, 'accountId', actor_account_id), 'action', action,
      'subject', jsonb_build_object('kind', subject_kind, 'id', subject_id),
      'reason', reason, 'details', details) as content
    from audit_entry where seq > ${afterSeq} order by seq limit ${limit}`;
  return parseRows(chainedEntrySchema, rows);
}
