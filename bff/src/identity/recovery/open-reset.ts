import type { OpenResetResult } from '@plaza/contracts';
import type { Context } from '../../platform/trpc.ts';
import { findAccount } from '../account.repository.ts';
import { toAccount } from '../account-record.ts';
import { LINK_INVALID, readToken } from './one-time-tokens.ts';
import { listAnswers } from './security-answer.repository.ts';

/** What the page for a new password shows to whoever has the link: the questions too, which nobody sees without it. */
export async function openReset(
  { services }: Context,
  { token }: { token: string },
): Promise<OpenResetResult> {
  const { client } = services.database;
  const found = await readToken(client, { token, purpose: 'reset_password', now: services.clock.now() });
  const record = found && (await findAccount(client, found.accountId));
  if (record?.status !== 'active') return LINK_INVALID;
  const { email, displayName } = toAccount(record, services.sealing);
  const questions = (await listAnswers(client, record.id)).map(({ question }) => question);
  return { ok: true, code: 'open', email, displayName, questions };
}
