import type { RemoveFactorResult, renameFactorInput } from '@plaza/contracts';
import type { z } from 'zod';
import { notFound } from '../../platform/trpc.ts';
import { listProviders } from '../social/providers.ts';
import { readWaysToSignIn } from '../social/social-identity.repository.ts';
import { hasStrongFactor } from './add-phone.ts';
import type { Asker } from './asker.ts';
import {
  deleteFactor,
  findFactor,
  listFactors,
  listSecondFactors,
  lockFactors,
  saveLabel,
} from './factor.repository.ts';
import { recordChange } from './factor-notices.ts';
import { messages } from './messages.ts';
import { deleteRecoveryCodes } from './recovery-code.repository.ts';
import { deleteDevices } from './remembered-device.repository.ts';
import { afterChange } from './settle-factor.ts';

/**
 * Gives one another name.
 * @throws NOT_FOUND when the account has no such second proof
 */
export async function renameFactor(
  { services, account }: Asker,
  { factorId, label }: z.output<typeof renameFactorInput>,
): Promise<null> {
  const isKnown = await saveLabel(services.database.client, { accountId: account.id, factorId, label });
  if (!isKnown) throw notFound('factor');
  return null;
}

/**
 * Takes a second proof away. Refused while text messages would be left without a stronger one beside them, and for the
 * passkey that is the only way to sign in. With the last one go recovery codes and remembered browsers.
 * @throws NOT_FOUND when the account has no such second proof
 */
export async function removeFactor(
  ctx: Asker,
  { factorId }: { factorId: string },
): Promise<RemoveFactorResult> {
  const { services, account } = ctx;
  const accountId = account.id;
  const usableProviders = listProviders(services).map(({ id }) => id);
  const result = await services.database.client.begin(async (tx): Promise<RemoveFactorResult> => {
    await lockFactors(tx, accountId);
    const factor = await findFactor(tx, { accountId, factorId });
    if (!factor) throw notFound('factor');
    const removed = { ok: true, code: 'removed' } as const;
    if (factor.confirmedAt === null) {
      await deleteFactor(tx, factorId);
      return removed;
    }
    const others = (await listFactors(tx, accountId)).filter(({ id }) => id !== factorId);
    const keepsSms = others.some(({ kind, confirmedAt }) => kind === 'sms_code' && confirmedAt !== null);
    if (keepsSms && !(await hasStrongFactor(tx, accountId, factorId)))
      return { ok: false, code: 'sms_needs_stronger', message: messages.smsNeedsStronger };
    const ways = await readWaysToSignIn(tx, { accountId, usableProviders });
    const isLastWay = !ways.hasPassword && ways.providers.length === 0 && ways.passkeyCount <= 1;
    if (factor.kind === 'passkey' && isLastWay)
      return { ok: false, code: 'last_way', message: messages.lastWay };
    await deleteFactor(tx, factorId);
    if ((await listSecondFactors(tx, accountId)).length === 0) {
      await deleteRecoveryCodes(tx, accountId);
      await deleteDevices(tx, { accountId });
    }
    await recordChange(tx, account, { what: 'removed', factor, now: services.clock.now() });
    return removed;
  });
  if (result.ok) await afterChange(ctx);
  return result;
}
