import type { EmailChangeResult } from '@plaza/contracts';
import { z } from 'zod';
import { appendAudit } from '../../audit/public.ts';
import type { Context } from '../../platform/trpc.ts';
import { clearPassword, findAccount, saveEmail } from '../account.repository.ts';
import { ADDRESS_TAKEN } from './confirm-email-change.ts';
import { endAllAccess } from './end-access.repository.ts';
import { voidTokens } from './one-time-token.repository.ts';
import { LINK_INVALID, readToken, useToken } from './one-time-tokens.ts';
import { WANTED_EMAIL_CONTEXT } from './request-email-change.ts';
import { sendResetMail } from './request-reset.ts';

const dataSchema = z.object({ email: z.string() });

/**
 * Puts the address of before back, for somebody who did not change it: everybody is signed out, the password is void,
 * and a link for a new one goes to that address.
 */
export async function undoEmailChange(
  { services }: Context,
  { token }: { token: string },
): Promise<EmailChangeResult> {
  const { sealing, clock, database } = services;
  const now = clock.now();
  const shown = { token, purpose: 'undo_email', now } as const;
  const found = await readToken(database.client, shown);
  const account = found && (await findAccount(database.client, found.accountId));
  if (!found || !account || account.status === 'erased') return LINK_INVALID;
  const accountId = account.id;
  const email = sealing.open(dataSchema.parse(found.data).email, WANTED_EMAIL_CONTEXT);
  const outcome = await database.client.begin(async (tx): Promise<EmailChangeResult> => {
    if ((await useToken(tx, shown)) === null) return LINK_INVALID;
    if (!(await saveEmail(tx, sealing, { accountId, email, verifiedAt: now }))) return ADDRESS_TAKEN;
    await clearPassword(tx, accountId);
    await endAllAccess(tx, accountId);
    await voidTokens(tx, { accountId, purposes: ['change_email', 'reset_password'], now });
    await sendResetMail(tx, { account, email, now });
    await appendAudit(tx, {
      actor: { kind: 'account', accountId },
      action: 'account.email_change_undone',
      subject: { kind: 'account', id: accountId },
      at: now,
    });
    return { ok: true, code: 'done' };
  });
  services.changes.tell(`account:${accountId}`);
  services.mailWaker.wake();
  return outcome;
}
