import type { BeginTotpResult, ConfirmFactorResult, confirmFactorInput } from '@plaza/contracts';
import type { z } from 'zod';
import { notFound } from '../../platform/trpc.ts';
import type { Asker } from './asker.ts';
import {
  confirmFactor,
  deletePending,
  findFactor,
  insertFactor,
  SECRET_CONTEXT,
  useTotpStep,
} from './factor.repository.ts';
import { countProof, giveProofBack } from './limits.ts';
import { messages } from './messages.ts';
import { afterChange, hasTooMany, settleAdded, tooManyFactors } from './settle-factor.ts';
import { drawQr, findTotpStep, groupKey, newTotpSecret, totpUri } from './totp.ts';

/** Makes a secret for an app. It counts for nothing until the app has shown a first code of it. */
export async function beginTotp({ services, account }: Asker): Promise<BeginTotpResult> {
  const { database, sealing, clock } = services;
  const secret = newTotpSecret();
  const begun = await database.client.begin(async (tx) => {
    if (await hasTooMany(tx, account.id)) return null;
    await deletePending(tx, { accountId: account.id, kind: 'totp' });
    return insertFactor(tx, {
      accountId: account.id,
      kind: 'totp',
      label: messages.labels.totp,
      secret: sealing.seal(secret, SECRET_CONTEXT),
      confirmedAt: null,
      now: clock.now(),
    });
  });
  if (!begun) return tooManyFactors;
  const uri = totpUri(secret, account.email);
  return { ok: true, code: 'begun', factorId: begun.id, manualKey: groupKey(secret), uri, qr: drawQr(uri) };
}

/**
 * Takes the first code of an app, which counts from then on.
 * @throws NOT_FOUND when the account has begun no such app
 */
export async function confirmTotp(
  ctx: Asker,
  { factorId, code, label }: z.output<typeof confirmFactorInput>,
): Promise<ConfirmFactorResult> {
  const { services, account } = ctx;
  const { client } = services.database;
  const now = services.clock.now();
  const begun = await findFactor(client, { accountId: account.id, factorId });
  if (begun?.kind !== 'totp' || begun.secret === null) throw notFound('factor');
  const limit = await countProof(services, account.id);
  if (!limit.ok) return limit;
  const step = findTotpStep(services.sealing.open(begun.secret, SECRET_CONTEXT), code, now);
  const wrong = { ok: false, code: 'wrong_proof', message: messages.wrong.totp } as const;
  if (step === null) return wrong;
  const added = await client.begin(async (tx) => {
    const factor = await confirmFactor(tx, { factorId, label: label ?? begun.label, at: now });
    if (!factor || !(await useTotpStep(tx, { factorId, step, at: now }))) return null;
    return settleAdded(tx, services, account, { factor, now });
  });
  if (!added) return wrong;
  await giveProofBack(services, account.id);
  await afterChange(ctx, 'totp');
  return added;
}
