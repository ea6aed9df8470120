import { SingleBar } from 'cli-progress';
import { openDatabase } from './platform/db.ts';
import { readSealingEnv } from './platform/env.ts';
import { countToReseal, type ResealReport, resealColumn } from './platform/reseal.ts';
import type { SealedColumn } from './platform/sealed-column.ts';
import { createSealing } from './platform/sealing.ts';
import { sealedColumns } from './sealed-columns.ts';

const STATEMENT_TIMEOUT_MS = 300_000;

/**
 * `npm run rotate-keys`: seals everything that an older key has sealed with the first of SEALING_KEYS. May be stopped
 * and run again at any time, also while the market runs.
 */
async function main(): Promise<number> {
  const env = readSealingEnv();
  const database = openDatabase(env.DATABASE_URL, {
    maxConnections: 1,
    statementTimeoutMs: STATEMENT_TIMEOUT_MS,
  });
  const services = { database, sealing: createSealing(env) };
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  let isComplete = true;
  try {
    for (const column of sealedColumns) {
      const report = await resealWithBar(services, column, stop.signal);
      describe(column, report);
      if (report.isStopped) {
        console.log('Stopped. Run it again to go on.');
        return 1;
      }
      const left = await countToReseal(database.client, services.sealing, column);
      isComplete &&= left === 0;
      if (left > report.unreadable)
        console.error(
          `${nameOf(column)}: ${left - report.unreadable} were written with an older key meanwhile.`,
        );
    }
  } finally {
    await database.close();
  }
  const [current] = env.SEALING_KEYS;
  if (isComplete) console.log(`Everything is sealed by ${current?.id}; older keys are not needed any more.`);
  else console.error('Older keys are still needed. See to what is named above, then run it again.');
  return isComplete ? 0 : 1;
}

async function resealWithBar(
  services: Parameters<typeof resealColumn>[0],
  column: SealedColumn,
  signal: AbortSignal,
): Promise<ResealReport> {
  const bar = new SingleBar({ format: '{name} [{bar}] {value}/{total}', hideCursor: true });
  const total = await countToReseal(services.database.client, services.sealing, column);
  bar.start(total, 0, { name: nameOf(column) });
  try {
    return await resealColumn(services, column, { signal, onProgress: (count) => bar.increment(count) });
  } finally {
    bar.stop();
  }
}

function describe(column: SealedColumn, { resealed, unreadable, unreadableKeys }: ResealReport): void {
  console.log(`${nameOf(column)}: ${resealed} sealed anew.`);
  if (unreadable === 0) return;
  const more = unreadable > unreadableKeys.length ? ', …' : '';
  console.error(`${nameOf(column)}: ${unreadable} that no key opens: ${unreadableKeys.join(', ')}${more}`);
}

const nameOf = ({ table, column }: SealedColumn) => `${table}.${column}`;

process.exitCode = await main();
