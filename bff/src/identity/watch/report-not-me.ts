import type { NotMeResult, notMeInput } from '@plaza/contracts';
import type { z } from 'zod';
import { appendAudit } from '../../audit/public.ts';
import type { Services } from '../../platform/services.ts';
import { clearPassword, findAccount } from '../account.repository.ts';
import { toAccount } from '../account-record.ts';
import { endAllAccess } from '../recovery/end-access.repository.ts';
import { voidTokens } from '../recovery/one-time-token.repository.ts';
import { LINK_INVALID, useToken } from '../recovery/one-time-tokens.ts';
import { sendResetMail } from '../recovery/request-reset.ts';
import { disownBrowsers } from './known-browser.repository.ts';

/**
 * The owner says that a sign-in was not theirs: everybody is signed out and no browser is known or spared anything any
 * more. The password, which somebody else seems to have, is forgotten; a link to choose another one goes to the owner.
 */
export async function reportNotMe(
  services: Services,
  { token }: z.output<typeof notMeInput>,
): Promise<NotMeResult> {
  const { database, sealing, clock, changes, mailWaker } = services;
  const now = clock.now();
  const accountId = await database.client.begin(async (tx) => {
    const used = await useToken(tx, { token, purpose: 'not_me', now });
    const record = used && (await findAccount(tx, used.accountId));
    if (record?.status !== 'active') return null;
    const { id } = record;
    await endAllAccess(tx, id);
    await disownBrowsers(tx, id, now);
    await clearPassword(tx, id);
    // What the intruder may have asked for must not come true.
    await voidTokens(tx, { accountId: id, purposes: ['change_email', 'not_me'], now });
    await sendResetMail(tx, { account: record, email: toAccount(record, sealing).email, now });
    await appendAudit(tx, {
      actor: { kind: 'account', accountId: id },
      action: 'account.sign_in_disowned',
      subject: { kind: 'account', id },
      at: now,
    });
    return id;
  });
  if (accountId === null) return LINK_INVALID;
  changes.tell(`account:${accountId}`);
  mailWaker.wake();
  return { ok: true, code: 'secured' };
}
