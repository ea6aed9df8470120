import {
  type BeginPhoneResult,
  type beginPhoneInput,
  type ConfirmFactorResult,
  type confirmFactorInput,
  isStrongFactor,
  RESEND_SECONDS,
} from '@plaza/contracts';
import type { z } from 'zod';
import type { Query } from '../../platform/query.ts';
import { notFound } from '../../platform/trpc.ts';
import type { Asker } from './asker.ts';
import {
  confirmFactor,
  deletePending,
  findFactor,
  insertFactor,
  listFactors,
  lockFactors,
  SECRET_CONTEXT,
} from './factor.repository.ts';
import { countProof, giveProofBack, maySendCode } from './limits.ts';
import { messages } from './messages.ts';
import { hintOfNumber } from './offers.ts';
import { afterChange, hasTooMany, settleAdded, tooManyFactors } from './settle-factor.ts';
import { sendCode, takeCode } from './short-codes.ts';

const purposeOf = (factorId: string) => ({ scope: `confirm:${factorId}`, kind: 'sms_code' }) as const;
const needsStronger = { ok: false, code: 'needs_stronger', message: messages.needsStronger } as const;
const addedAlready = { ok: false, code: 'added_already', message: messages.addedAlready } as const;

/**
 * Whether an account can show a proof beside which text messages may stand. To be asked under the lock.
 * @param exceptId one that is about to go
 */
export async function hasStrongFactor(query: Query, accountId: string, exceptId?: string): Promise<boolean> {
  const factors = await listFactors(query, accountId);
  return factors.some(
    ({ id, kind, confirmedAt }) => id !== exceptId && confirmedAt !== null && isStrongFactor(kind),
  );
}

/** Sends a code to a number, which counts for nothing until the code has come back. One number an account. */
export async function beginPhone(
  ctx: Asker,
  { phone }: z.output<typeof beginPhoneInput>,
): Promise<BeginPhoneResult> {
  const { services, account } = ctx;
  const { client } = services.database;
  const factors = await listFactors(client, account.id);
  if (!(await hasStrongFactor(client, account.id))) return needsStronger;
  if (factors.some(({ kind, confirmedAt }) => kind === 'sms_code' && confirmedAt !== null))
    return addedAlready;
  if (await hasTooMany(client, account.id)) return tooManyFactors;
  const verdict = await maySendCode(ctx, { accountId: account.id, kind: 'sms_code', number: phone });
  if (!verdict.ok) return verdict;
  const begun = await client.begin(async (tx) => {
    await deletePending(tx, { accountId: account.id, kind: 'sms_code' });
    return insertFactor(tx, {
      accountId: account.id,
      kind: 'sms_code',
      label: hintOfNumber(phone),
      secret: services.sealing.seal(phone, SECRET_CONTEXT),
      confirmedAt: null,
      now: services.clock.now(),
    });
  });
  const notSent = { ok: false, code: 'not_sent', message: messages.notSent } as const;
  if (!begun) return notSent;
  const isSent = await sendCode(services, purposeOf(begun.id), { accountId: account.id, to: phone });
  if (!isSent) return notSent;
  return { ok: true, code: 'sent', factorId: begun.id, resendAfterSeconds: RESEND_SECONDS };
}

/**
 * Takes the code that was sent to a number, which counts from then on, if there is a stronger proof still.
 * @throws NOT_FOUND when the account has begun no such number
 */
export async function confirmPhone(
  ctx: Asker,
  { factorId, code }: z.output<typeof confirmFactorInput>,
): Promise<ConfirmFactorResult> {
  const { services, account } = ctx;
  const { client } = services.database;
  const begun = await findFactor(client, { accountId: account.id, factorId });
  if (begun?.kind !== 'sms_code') throw notFound('factor');
  const wrong = { ok: false, code: 'wrong_proof', message: messages.wrong.sms_code } as const;
  const limit = await countProof(services, account.id);
  if (!limit.ok) return limit;
  if (!(await takeCode(services, purposeOf(factorId), { accountId: account.id, code }))) return wrong;
  await giveProofBack(services, account.id);
  const now = services.clock.now();
  const result = await client.begin(async (tx): Promise<ConfirmFactorResult> => {
    await lockFactors(tx, account.id);
    if (!(await hasStrongFactor(tx, account.id))) return needsStronger;
    const factor = await confirmFactor(tx, { factorId, label: begun.label, at: now });
    return factor ? settleAdded(tx, services, account, { factor, now }) : wrong;
  });
  if (result.ok) await afterChange(ctx);
  return result;
}
