import { timingSafeEqual } from 'node:crypto';
import { idSchema } from '@plaza/contracts';
import type { Sealing } from '../../platform/sealing.ts';

const CONTEXT = 'weekly_report.stop';

/**
 * What the link in a report carries to end the reports of one account. Made of the account, so that nothing is kept and
 * the links of old mails work; it opens nothing else.
 */
export const stopTokenOf = (sealing: Sealing, accountId: string): string =>
  `${accountId}.${sealing.blindIndex(accountId, CONTEXT)}`;

/** The account that such a token is of; null when it is none of ours. */
export function readStopToken(sealing: Sealing, token: string): string | null {
  const accountId = idSchema.safeParse(token.slice(0, token.indexOf('.')));
  if (!accountId.success) return null;
  const [given, own] = [Buffer.from(token), Buffer.from(stopTokenOf(sealing, accountId.data))];
  return given.length === own.length && timingSafeEqual(given, own) ? accountId.data : null;
}
