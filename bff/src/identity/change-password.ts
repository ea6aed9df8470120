import type { ChangePasswordResult, changePasswordInput } from '@plaza/contracts';
import type { z } from 'zod';
import { appendAudit } from '../audit/public.ts';
import { queueMail } from '../notification/public.ts';
import { deleteClientsOf } from './access-tokens/public.ts';
import { findAccount, savePasswordHash } from './account.repository.ts';
import type { Asker } from './factors/asker.ts';
import { countProof, giveProofBack } from './factors/limits.ts';
import { deleteDevices } from './factors/public.ts';
import { passwordChangedMail } from './mails/notice.mails.ts';
import { refuseWeakPassword } from './passwords/refuse-weak-password.ts';
import { rotateVisit } from './prove-visit.ts';
import { voidTokens } from './recovery/one-time-token.repository.ts';
import { endSessionsOf } from './sessions.ts';
import { hashToken, newToken } from './tokens.ts';

const WRONG = 'This is not your current password.';

/**
 * Sets another password, or a first one. Whoever has one shows it again; every other browser is signed out, none is
 * spared the second proof any more, mailed links that would set a password are void, and the owner is told.
 */
export async function changePassword(
  ctx: Asker,
  { currentPassword, newPassword }: z.output<typeof changePasswordInput>,
): Promise<ChangePasswordResult> {
  const { services, session, account } = ctx;
  const { client } = services.database;
  const accountId = account.id;
  const weakness = refuseWeakPassword(newPassword, [
    account.email,
    account.displayName,
    account.seller?.name ?? '',
  ]);
  if (weakness) return { ok: false, code: 'weak_password', message: weakness.message };
  const record = await findAccount(client, accountId);
  if (record?.passwordHash != null) {
    const limit = await countProof(services, accountId);
    if (!limit.ok) return limit;
    const { isRight } = await services.passwords.verify(record.passwordHash, currentPassword ?? '');
    if (!isRight) return { ok: false, code: 'wrong_password', message: WRONG };
    await giveProofBack(services, accountId);
  }
  const passwordHash = await services.passwords.hash(newPassword);
  const now = services.clock.now();
  await client.begin(async (tx) => {
    await savePasswordHash(tx, { accountId, passwordHash });
    await deleteDevices(tx, { accountId });
    await deleteClientsOf(tx, accountId);
    await voidTokens(tx, { accountId, purposes: ['reset_password'], now });
    await queueMail(tx, passwordChangedMail, {
      to: account.email,
      data: { at: now.toISOString() },
      dedupeKey: hashToken(newToken()),
      now,
    });
    await appendAudit(tx, {
      actor: { kind: 'account', accountId },
      action: 'account.password_changed',
      subject: { kind: 'account', id: accountId },
      at: now,
    });
  });
  services.mailWaker.wake();
  const endedCount = await endSessionsOf(services, { accountId, exceptId: session.id });
  await rotateVisit(ctx);
  return { ok: true, code: 'changed', endedCount };
}
