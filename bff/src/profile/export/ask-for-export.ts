import { type Account, type askForExportResult, newId } from '@plaza/contracts';
import type { z } from 'zod';
import { appendAudit } from '../../audit/public.ts';
import type { Services } from '../../platform/services.ts';
import { lockAddresses as lockAccount } from '../saved-address.repository.ts';
import { insertExport, listExportsOf } from './data-export.repository.ts';

const DAY_MS = 86_400_000;
export const EXPORT_LIFE_MS = 7 * DAY_MS;
const MAX_A_DAY = 3;

/** Asks for a copy of all that is held of the account. A job writes it, and a mail says when it is there. */
export async function askForExport(
  services: Services,
  account: Account,
): Promise<z.output<typeof askForExportResult>> {
  const now = services.clock.now();
  const accountId = account.id;
  const result = await services.database.client.begin(async (tx) => {
    await lockAccount(tx, accountId);
    const before = await listExportsOf(tx, accountId, now);
    const lately = before.filter(({ askedAt }) => now.getTime() - Date.parse(askedAt) < DAY_MS);
    if (before.some(({ status }) => status === 'asked') || lately.length >= MAX_A_DAY) return null;
    const id = newId();
    await insertExport(tx, { id, accountId, now, expiresAt: new Date(now.getTime() + EXPORT_LIFE_MS) });
    await appendAudit(tx, {
      actor: { kind: 'account', accountId },
      action: 'account.export_asked',
      subject: { kind: 'account', id: accountId },
      at: now,
    });
    return (await listExportsOf(tx, accountId, now)).find((made) => made.id === id) ?? null;
  });
  return result ? { ok: true, export: result } : tooMany;
}

const tooMany = {
  ok: false,
  code: 'too_many',
  message: 'A copy is being prepared, or you have asked for several today. Try again tomorrow.',
} as const;
