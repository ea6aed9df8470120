import type { Account, openExportResult } from '@plaza/contracts';
import type { z } from 'zod';
import { hashToken, newToken } from '../../identity/public.ts';
import type { Services } from '../../platform/services.ts';
import { notFound } from '../../platform/trpc.ts';
import { setDownload } from './data-export.repository.ts';

const LINK_LIFE_MS = 10 * 60_000;
export const EXPORTS_PATH = '/api/profile/exports';

/**
 * A link that downloads one's own copy, once and within minutes.
 * @throws NOT_FOUND
 */
export async function openExport(
  { database, clock }: Services,
  account: Account,
  { exportId }: { exportId: string },
): Promise<z.output<typeof openExportResult>> {
  const token = newToken();
  const now = clock.now();
  const state = await setDownload(database.client, {
    exportId,
    accountId: account.id,
    tokenHash: hashToken(token),
    now,
    until: new Date(now.getTime() + LINK_LIFE_MS),
  });
  if (state === null) throw notFound('copy');
  return state === 'ready' ? { ok: true, path: `${EXPORTS_PATH}/${token}` } : notReady;
}

const notReady = { ok: false, code: 'not_ready', message: 'This copy is not ready yet.' } as const;
