import { type Account, type AuthMethod, type Factor, MAX_FACTORS } from '@plaza/contracts';
import type { Query } from '../../platform/query.ts';
import type { Services } from '../../platform/services.ts';
import { rotateVisit } from '../prove-visit.ts';
import type { Asker } from './asker.ts';
import { type FactorRecord, listFactors } from './factor.repository.ts';
import { recordChange } from './factor-notices.ts';
import { messages } from './messages.ts';
import { passkeyDataSchema } from './passkeys.ts';
import { countRecoveryCodes } from './recovery-code.repository.ts';
import { makeRecoveryCodes } from './recovery-codes.ts';

export interface Added {
  ok: true;
  code: 'added';
  factor: Factor;
  recoveryCodes: string[] | null;
}

/**
 * Ends the transaction that made a second proof count: recovery codes come along with the first one, the owner is told,
 * and it is written down.
 */
export async function settleAdded(
  tx: Query,
  services: Services,
  account: Account,
  { factor, now }: { factor: FactorRecord; now: Date },
): Promise<Added> {
  const left = await countRecoveryCodes(tx, account.id);
  const recoveryCodes = left === null ? await makeRecoveryCodes(tx, services, account.id) : null;
  await recordChange(tx, account, { what: 'added', factor, now });
  return { ok: true, code: 'added', factor: toFactor(factor), recoveryCodes };
}

/**
 * What follows the commit: the notice leaves, and the browser's token is a new one.
 * @param shown what a new second proof has shown by being set up: it is one of this session, too
 */
export async function afterChange(ctx: Asker, ...shown: AuthMethod[]): Promise<void> {
  ctx.services.mailWaker.wake();
  await rotateVisit(ctx, shown);
}

/** Whether an account has as many second proofs as it may have. */
export async function hasTooMany(query: Query, accountId: string): Promise<boolean> {
  const factors = await listFactors(query, accountId);
  return factors.filter(({ confirmedAt }) => confirmedAt !== null).length >= MAX_FACTORS;
}
export const tooManyFactors = {
  ok: false,
  code: 'too_many_factors',
  message: messages.tooManyFactors,
} as const;

/** One as its owner sees it. */
export const toFactor = ({ id, kind, label, data, createdAt, lastUsedAt }: FactorRecord): Factor => ({
  id,
  kind,
  label,
  isBackedUp: kind === 'passkey' ? passkeyDataSchema.parse(data).isBackedUp : null,
  createdAt: createdAt.toISOString(),
  lastUsedAt: lastUsedAt?.toISOString() ?? null,
});
