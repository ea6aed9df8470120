import type { StopReportResult } from '@plaza/contracts';
import type { Services } from '../../platform/services.ts';
import { refuseReport } from './report.repository.ts';
import { readStopToken } from './stop-token.ts';

/** Ends the reports of whoever was mailed this link. Can be repeated. */
export async function stopReport(
  { database, sealing, clock }: Services,
  { token }: { token: string },
): Promise<StopReportResult> {
  const accountId = readStopToken(sealing, token);
  if (accountId === null)
    return {
      ok: false,
      code: 'link_invalid',
      message: 'This link is not complete. Open it from the mail again.',
    };
  await refuseReport(database.client, accountId, clock.now());
  return { ok: true };
}
