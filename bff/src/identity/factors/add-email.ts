import type { AddEmailResult } from '@plaza/contracts';
import type { Asker } from './asker.ts';
import { insertFactor, listFactors, lockFactors } from './factor.repository.ts';
import { messages } from './messages.ts';
import { afterChange, settleAdded } from './settle-factor.ts';

/** Turns on codes by mail. The address is known to be the account's, so nothing has to be shown first. */
export async function addEmail(ctx: Asker): Promise<AddEmailResult> {
  const { services, account } = ctx;
  if (!account.isEmailVerified) return { ok: false, code: 'not_verified', message: messages.notVerified };
  const now = services.clock.now();
  const added = await services.database.client.begin(async (tx) => {
    await lockFactors(tx, account.id);
    const factors = await listFactors(tx, account.id);
    if (factors.some(({ kind }) => kind === 'email_code')) return null;
    const factor = await insertFactor(tx, {
      accountId: account.id,
      kind: 'email_code',
      label: messages.labels.email_code,
      confirmedAt: now,
      now,
    });
    return factor && settleAdded(tx, services, account, { factor, now });
  });
  if (!added) return { ok: false, code: 'added_already', message: messages.addedAlready };
  await afterChange(ctx);
  return added;
}
