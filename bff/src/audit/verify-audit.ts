import type { Query } from '../platform/query.ts';
import { type ChainedEntry, readChain } from './audit.repository.ts';
import { FIRST_PREV_HASH, hashEntry } from './hash-entry.ts';

/** The end of the log at some moment: noted elsewhere, it shows later that nothing was cut off or written anew. */
export interface AuditHead {
  seq: number;
  hash: string;
}
export type AuditProblem =
  /** An entry before this one is not there. */
  | 'entry_missing'
  /** It does not follow from the one before it. */
  | 'link_broken'
  /** It does not say what it said when it was written. */
  | 'entry_changed'
  /** The log ends before the head that was noted, or has another entry there. */
  | 'head_differs';
export type AuditVerdict =
  | { ok: true; head: AuditHead }
  | { ok: false; code: AuditProblem; seq: number; id: string | null };

const BATCH_SIZE = 1_000;

/**
 * Walks the log from its first entry, a thousand at a time, and names the first that does not fit.
 * @param noted the end of the log as it was noted earlier, if it was
 */
export async function verifyAudit(
  query: Query,
  { noted, onProgress }: { noted?: AuditHead; onProgress?: (seq: number) => void } = {},
): Promise<AuditVerdict> {
  let head: AuditHead = { seq: 0, hash: FIRST_PREV_HASH };
  for (;;) {
    const entries = await readChain(query, head.seq, BATCH_SIZE);
    for (const entry of entries) {
      const code = findProblem(entry, head, noted);
      if (code) return { ok: false, code, seq: entry.seq, id: entry.content.id };
      head = { seq: entry.seq, hash: entry.hash };
    }
    onProgress?.(head.seq);
    if (entries.length < BATCH_SIZE) break;
  }
  if (noted && noted.seq > head.seq) return { ok: false, code: 'head_differs', seq: noted.seq, id: null };
  return { ok: true, head };
}

function findProblem(entry: ChainedEntry, before: AuditHead, noted?: AuditHead): AuditProblem | null {
  if (entry.seq !== before.seq + 1) return 'entry_missing';
  if (entry.prevHash !== before.hash) return 'link_broken';
  if (!isUnchanged(entry)) return 'entry_changed';
  if (noted?.seq === entry.seq && noted.hash !== entry.hash) return 'head_differs';
  return null;
}

function isUnchanged({ content, seq, prevHash, hash }: ChainedEntry): boolean {
  const { details } = content;
  if (details === null || typeof details !== 'object' || isList(details)) return false;
  try {
    return hashEntry({ ...content, details }, seq, prevHash) === hash;
  } catch {
    // It holds what no entry may, such as a fraction.
    return false;
  }
}

const isList = (value: object): value is readonly unknown[] => Array.isArray(value);
