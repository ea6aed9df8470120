import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { SingleBar } from 'cli-progress';
import { pino } from 'pino';
import { systemClock } from '../../platform/clock.ts';
import { openDatabase } from '../../platform/db.ts';
import { readStoreEnv } from '../../platform/env.ts';
import { openPictureStorage } from '../../platform/picture-storage.ts';
import { createPubSub } from '../../platform/pubsub.ts';
import { connectRedis } from '../../platform/redis.ts';
import { createResponseCache } from '../../platform/response-cache.ts';
import { type ImportReport, type ImportRequest, importCatalogue } from './import-catalogue.ts';

const USAGE = `npm run import -- <catalogue.csv> --seller <name or slug> [--category <slug>] [--dry-run]

Reads Shopify's product CSV. Nothing is imported unless every line is right. A second import updates by handle.
  --category  puts all products there, instead of where their Type says
  --dry-run   checks the file and says what would happen`;
const MAX_SHOWN_ERRORS = 50;
const STATEMENT_TIMEOUT_MS = 120_000;

async function main(): Promise<number> {
  const request = readArguments();
  if (!request) {
    console.error(USAGE);
    return 2;
  }
  const env = readStoreEnv();
  const log = pino({ name: 'import', level: 'warn' });
  const database = openDatabase(env.DATABASE_URL, {
    maxConnections: 3,
    statementTimeoutMs: STATEMENT_TIMEOUT_MS,
  });
  const redis = env.REDIS_URL ? connectRedis(env.REDIS_URL, log) : null;
  const pubsub = createPubSub(redis, log);
  const responseCache = await createResponseCache(pubsub);
  const storage = openPictureStorage(env.MEDIA_DIR);
  const bar = createBar(statSync(request.file).size);
  try {
    const services = { database, storage, responseCache, pubsub, clock: systemClock };
    const report = await importCatalogue(services, { ...request, onProgress: bar.show });
    bar.stop();
    return describe(report, request);
  } finally {
    bar.stop();
    await responseCache.flush();
    await pubsub.close();
    redis?.destroy();
    await database.close();
  }
}

function readArguments(): ImportRequest | null {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        seller: { type: 'string' },
        category: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
      },
    });
    const [file] = positionals;
    if (!file || positionals.length > 1 || !values.seller) return null;
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) throw new Error(`There is no file ${file}.`);
    return { file, seller: values.seller, category: values.category ?? null, isDryRun: values['dry-run'] };
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return null;
  }
}

const STEPS = { reading: 'Reading', pictures: 'Fetching pictures', writing: 'Writing' } as const;

function createBar(fileBytes: number) {
  const bar = new SingleBar({
    format: '{step} [{bar}] {percentage}% | {value}/{total}',
    noTTYOutput: false,
    hideCursor: true,
  });
  let shown: string | undefined;
  const show: NonNullable<ImportRequest['onProgress']> = (step, done, total) => {
    if (shown !== step) {
      bar.stop();
      bar.start(total ?? fileBytes, done, { step: STEPS[step] });
      shown = step;
    }
    bar.update(done);
  };
  return { show, stop: () => bar.stop() };
}

function describe(report: ImportReport, request: ImportRequest): number {
  if (report.ok) {
    const { created, updated, picturesFetched, picturesLinked } = report;
    console.log(`${request.isDryRun ? 'Would be done' : 'Done'}. Created: ${created}, updated: ${updated}.`);
    if (!request.isDryRun)
      console.log(`Pictures fetched: ${picturesFetched}, kept as links: ${picturesLinked}.`);
    return 0;
  }
  for (const { line, column, message } of report.errors.slice(0, MAX_SHOWN_ERRORS)) {
    const place = line === 0 ? '' : `${basename(request.file)}:${line}: `;
    console.error(`${place}${column === null ? '' : `${column}: `}${message}`);
  }
  const rest = report.errors.length - MAX_SHOWN_ERRORS;
  if (rest > 0) console.error(`… and ${rest} more.`);
  console.error(`${report.errors.length} to put right. Nothing was imported.`);
  return 1;
}

process.exitCode = await main();
