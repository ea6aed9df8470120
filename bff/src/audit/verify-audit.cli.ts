import { parseArgs } from 'node:util';
import { openDatabase } from '../platform/db.ts';
import { readDatabaseUrl } from '../platform/env.ts';
import { type AuditHead, type AuditProblem, verifyAudit } from './verify-audit.ts';

const USAGE = `npm run audit:verify [-- --head <place>:<hash>]

Walks the audit log from its first entry and names the first that does not fit.
  --head  what an earlier run printed: shows that nothing up to there was cut off or written anew`;

const PROBLEMS: Record<AuditProblem, string> = {
  entry_missing: 'an entry before it is missing',
  link_broken: 'it does not follow from the entry before it',
  entry_changed: 'it was changed after it was written',
  head_differs: 'it is not what was noted as the head',
};

async function main(): Promise<number> {
  const noted = readArguments();
  if (noted === 'wrong') {
    console.error(USAGE);
    return 2;
  }
  const database = openDatabase(readDatabaseUrl(), { maxConnections: 1 });
  try {
    const verdict = await verifyAudit(database.client, {
      ...(noted ? { noted } : {}),
      onProgress: (seq) => {
        if (process.stdout.isTTY) process.stdout.write(`\r${seq.toLocaleString('en')} entries`);
      },
    });
    if (process.stdout.isTTY) process.stdout.write('\r');
    if (verdict.ok) {
      const { seq, hash } = verdict.head;
      console.log(`${seq.toLocaleString('en')} entries, one chain. Head: ${seq}:${hash}`);
      return 0;
    }
    const name = verdict.id ? ` (${verdict.id})` : '';
    console.error(`Entry ${verdict.seq}${name} does not fit: ${PROBLEMS[verdict.code]}.`);
    return 1;
  } finally {
    await database.close();
  }
}

/** The noted head, nothing when none was given, or `wrong`. */
function readArguments(): AuditHead | undefined | 'wrong' {
  try {
    const { head } = parseArgs({ options: { head: { type: 'string' } } }).values;
    if (head === undefined) return undefined;
    const [, seq, hash] = /^([1-9]\d{0,14}):([0-9a-f]{64})$/.exec(head) ?? [];
    return seq && hash ? { seq: Number(seq), hash } : 'wrong';
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 'wrong';
  }
}

process.exitCode = await main();
