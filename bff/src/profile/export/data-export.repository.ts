import { dataExportSchema, idSchema } from '@plaza/contracts';
import { z } from 'zod';
import { parseRows, type Query } from '../../platform/query.ts';

const foundSchema = z.object({ found: dataExportSchema });
const MAX_LISTED = 20;

const exportJson = (query: Query) => query`
  jsonb_build_object('id', e.id, 'status', e.status, 'askedAt', ${utc(query, query`e.asked_at`)},
    'readyAt', ${utc(query, query`e.ready_at`)}, 'expiresAt', ${utc(query, query`e.expires_at`)},
    'sizeBytes', e.size_bytes)`;
const utc = (query: Query, column: ReturnType<Query>) =>
  query`to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

export async function listExportsOf(query: Query, accountId: string, now: Date) {
  const rows = await query`
    select ${exportJson(query)} as found from data_export e
    where e.account_id = ${accountId} and e.expires_at > ${now.toISOString()}::timestamptz
    order by e.asked_at desc limit ${MAX_LISTED}`;
  return parseRows(foundSchema, rows).map(({ found }) => found);
}

export async function insertExport(
  query: Query,
  input: { id: string; accountId: string; now: Date; expiresAt: Date },
): Promise<void> {
  const now = input.now.toISOString();
  await query`
    insert into data_export (id, account_id, status, asked_at, expires_at, next_attempt_at)
    values (${input.id}, ${input.accountId}, 'asked', ${now}::timestamptz,
      ${input.expiresAt.toISOString()}::timestamptz, ${now}::timestamptz)`;
}

const claimedSchema = z.object({ id: idSchema, accountId: idSchema, attempts: z.int() });
export type ClaimedExport = z.output<typeof claimedSchema>;

/** Takes the copy that waits longest for one attempt; nobody else takes it until its next one is due. */
export async function claimExport(
  query: Query,
  input: { now: Date; leaseMs: number },
): Promise<ClaimedExport | null> {
  const rows = await query`
    update data_export set attempts = attempts + 1,
      next_attempt_at = ${new Date(input.now.getTime() + input.leaseMs).toISOString()}::timestamptz
    where id = (
      select id from data_export
      where status = 'asked' and next_attempt_at <= ${input.now.toISOString()}::timestamptz
      order by next_attempt_at limit 1 for update skip locked)
    returning id, account_id as "accountId", attempts`;
  return parseRows(claimedSchema, rows)[0] ?? null;
}

/** Forgets what an attempt has written that did not come to its end. */
export async function deleteParts(query: Query, exportId: string): Promise<void> {
  await query`delete from data_export_part where export_id = ${exportId}`;
}

export async function insertPart(
  query: Query,
  input: { id: string; exportId: string; position: number; body: string },
): Promise<void> {
  await query`
    insert into data_export_part (id, export_id, position, body)
    values (${input.id}, ${input.exportId}, ${input.position}, ${input.body})`;
}

export async function saveReady(
  query: Query,
  input: { exportId: string; sizeBytes: number; now: Date; expiresAt: Date },
): Promise<void> {
  await query`
    update data_export set status = 'ready', size_bytes = ${input.sizeBytes},
      ready_at = ${input.now.toISOString()}::timestamptz, expires_at = ${input.expiresAt.toISOString()}::timestamptz
    where id = ${input.exportId}`;
}

export async function saveFailed(query: Query, exportId: string): Promise<void> {
  await query`update data_export set status = 'failed' where id = ${exportId}`;
}

/** Makes a link good for one download of one's own copy; null when there is none, else whether it is ready. */
export async function setDownload(
  query: Query,
  input: { exportId: string; accountId: string; tokenHash: string; now: Date; until: Date },
): Promise<'ready' | 'not_ready' | null> {
  const rows = await query`
    update data_export set download_hash = ${input.tokenHash},
      download_until = ${input.until.toISOString()}::timestamptz
    where id = ${input.exportId} and account_id = ${input.accountId}
      and expires_at > ${input.now.toISOString()}::timestamptz
    returning status`;
  const status = parseRows(z.object({ status: z.string() }), rows)[0]?.status;
  if (status === undefined) return null;
  return status === 'ready' ? 'ready' : 'not_ready';
}

/** Uses a link up, in the account it was made for. Answers the copy's id, or null. */
export async function takeDownload(
  query: Query,
  input: { tokenHash: string; accountId: string; now: Date },
): Promise<string | null> {
  const now = input.now.toISOString();
  const rows = await query`
    update data_export set download_hash = null, download_until = null
    where download_hash = ${input.tokenHash} and account_id = ${input.accountId} and status = 'ready'
      and download_until > ${now}::timestamptz and expires_at > ${now}::timestamptz
    returning id`;
  return parseRows(z.object({ id: z.string() }), rows)[0]?.id ?? null;
}

/** The text of one piece, sealed; null after the last. */
export async function readPart(query: Query, exportId: string, position: number): Promise<string | null> {
  const rows = await query`
    select body from data_export_part where export_id = ${exportId} and position = ${position}`;
  return parseRows(z.object({ body: z.string() }), rows)[0]?.body ?? null;
}

export async function deleteExpiredExports(query: Query, now: Date): Promise<void> {
  await query`delete from data_export where expires_at <= ${now.toISOString()}::timestamptz`;
}
