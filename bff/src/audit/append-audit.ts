import { auditActionSchema, idSchema, newId } from '@plaza/contracts';
import { z } from 'zod';
import type { CanonicalValue } from '../platform/canonical-json.ts';
import type { Query } from '../platform/query.ts';
import { encodeContent } from './hash-entry.ts';

interface AuditFact {
  /** `account.password_changed`. */
  action: `${string}.${string}`;
  /** What it was done to: `{ kind: 'account', id }`. */
  subject: { kind: string; id: string };
  /** What else matters, with nothing personal in it: the log is never erased. Numbers are whole. */
  details?: { readonly [name: string]: CanonicalValue };
  at: Date;
}
/** Somebody about what is their own (null: a stranger), or Plaza by itself. */
type OwnActor = { kind: 'account'; accountId: string | null } | { kind: 'system'; accountId: null };
/** Plaza's staff about what is not their own: they say why. */
interface AdminActor {
  kind: 'admin';
  accountId: string;
}
export type AuditInput = AuditFact &
  ({ actor: OwnActor; reason?: string } | { actor: AdminActor; reason: string });

const inputSchema = z.object({
  actor: z.object({ kind: z.string(), accountId: idSchema.nullable() }),
  action: auditActionSchema,
  subject: z.object({ kind: z.string().min(1).max(50), id: z.string().min(1).max(100) }),
  reason: z.string().trim().min(1).max(500).optional(),
});
const MAX_DETAILS_LENGTH = 4_000;

/**
 * Adds an entry to the log in the caller's transaction: it is there when that commits, and only then. Entries form one
 * chain, so appending waits until others that have appended have committed: make it the last statement of a transaction,
 * and never lock anything after it.
 * @throws when the entry is not as it has to be: a bug of the caller
 */
export async function appendAudit(query: Query, input: AuditInput): Promise<void> {
  const { actor, action, subject, reason } = inputSchema.parse(input);
  const details = input.details ?? {};
  const written = JSON.stringify(details);
  // JavaScript has another use for this name: an entry with it would not be read as it was written.
  if (written.includes('"__proto__":')) throw new Error('Nothing in an audit entry may be called __proto__.');
  if (written.length > MAX_DETAILS_LENGTH)
    throw new Error(`The details of ${action} are too long for the audit log.`);
  const content = encodeContent({
    id: newId(),
    at: toMicroseconds(input.at),
    actor,
    action,
    subject,
    reason: reason ?? null,
    details,
  });
  await query`select append_audit(${content})`;
}

/** The database keeps microseconds, and the hash is of what it keeps. */
const toMicroseconds = (moment: Date): string => moment.toISOString().replace('Z', '000Z');
