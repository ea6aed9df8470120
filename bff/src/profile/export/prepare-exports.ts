import { newId } from '@plaza/contracts';
import { appendAudit } from '../../audit/public.ts';
import { findAccount, toAccount } from '../../identity/public.ts';
import { queueMail } from '../../notification/public.ts';
import type { Services } from '../../platform/services.ts';
import { CONTEXTS } from '../sealed-fields.ts';
import { EXPORT_LIFE_MS } from './ask-for-export.ts';
import * as repository from './data-export.repository.ts';
import { exportReadyMail } from './export-ready.mail.ts';
import { writeCopy } from './write-copy.ts';

const LEASE_MS = 10 * 60_000;
const MAX_ATTEMPTS = 6;
/** Characters of one piece. */
const PART_LENGTH = 256 * 1024;

/** Writes the copies that were asked for. One that fails is tried again later, and given up after an hour. @returns how many */
export async function prepareExports(services: Services, signal?: AbortSignal): Promise<number> {
  const { client } = services.database;
  let count = 0;
  while (!signal?.aborted) {
    const claimed = await repository.claimExport(client, { now: services.clock.now(), leaseMs: LEASE_MS });
    if (!claimed) return count;
    try {
      await prepare(services, claimed, signal);
      count += 1;
    } catch (error) {
      services.log.error(
        { err: error, exportId: claimed.id },
        'a copy of personal data could not be written',
      );
      await repository.deleteParts(client, claimed.id);
      if (claimed.attempts >= MAX_ATTEMPTS) await repository.saveFailed(client, claimed.id);
    }
  }
  return count;
}

async function prepare(
  services: Services,
  { id: exportId, accountId }: repository.ClaimedExport,
  signal?: AbortSignal,
): Promise<void> {
  const { client } = services.database;
  const record = await findAccount(client, accountId);
  if (!record || record.status === 'erased') return;
  const account = toAccount(record, services.sealing);
  await repository.deleteParts(client, exportId);
  let sizeBytes = 0;
  let position = 0;
  let text = '';
  const flush = async () => {
    const body = services.sealing.seal(text, CONTEXTS.exportPart);
    await repository.insertPart(client, { id: newId(), exportId, position, body });
    sizeBytes += Buffer.byteLength(text);
    position += 1;
    text = '';
  };
  for await (const piece of writeCopy(services, account, signal)) {
    text += piece;
    if (text.length >= PART_LENGTH) await flush();
  }
  if (text !== '') await flush();

  const now = services.clock.now();
  await client.begin(async (tx) => {
    const expiresAt = new Date(now.getTime() + EXPORT_LIFE_MS);
    await repository.saveReady(tx, { exportId, sizeBytes, now, expiresAt });
    await queueMail(tx, exportReadyMail, {
      to: account.email,
      data: { displayName: account.displayName },
      dedupeKey: exportId,
      now,
    });
    await appendAudit(tx, {
      actor: { kind: 'system', accountId: null },
      action: 'account.export_ready',
      subject: { kind: 'account', id: accountId },
      at: now,
    });
  });
  services.mailWaker.wake();
}

/** Removes copies whose time is over. */
export const removeExpiredExports = ({ database, clock }: Services): Promise<void> =>
  repository.deleteExpiredExports(database.client, clock.now());
