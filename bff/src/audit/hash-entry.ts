import { createHash } from 'node:crypto';
import { type CanonicalValue, toCanonicalJson } from '../platform/canonical-json.ts';

/** An entry without its place in the chain. */
export interface AuditContent {
  id: string;
  /** UTC with microseconds, as the database keeps it: `2026-11-21T12:00:00.000000Z`. */
  at: string;
  actor: { kind: string; accountId: string | null };
  action: string;
  subject: { kind: string; id: string };
  reason: string | null;
  details: { readonly [name: string]: CanonicalValue };
}

/** What stands before the first entry. */
export const FIRST_PREV_HASH = '0'.repeat(64);

/** The bytes that an entry's part of the hash is made of; `append_audit` puts the chain's part around them. */
export const encodeContent = (content: AuditContent): string => toCanonicalJson({ ...content });

/** SHA-256, in hexadecimal, of the canonical JSON of an entry, its place and the hash of the entry before it. */
export const hashEntry = (content: AuditContent, seq: number, prevHash: string): string =>
  createHash('sha256')
    .update(toCanonicalJson({ content: { ...content }, prevHash, seq }))
    .digest('hex');
