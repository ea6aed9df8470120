import type { recoveryCodesResult } from '@plaza/contracts';
import type { z } from 'zod';
import type { Asker } from './asker.ts';
import { listFactors, lockFactors } from './factor.repository.ts';
import { recordCodesMade } from './factor-notices.ts';
import { messages } from './messages.ts';
import { makeRecoveryCodes } from './recovery-codes.ts';
import { afterChange } from './settle-factor.ts';

/** Makes ten new recovery codes, which are shown this once; those of before are void. */
export async function renewRecoveryCodes(ctx: Asker): Promise<z.output<typeof recoveryCodesResult>> {
  const { services, account } = ctx;
  const recoveryCodes = await services.database.client.begin(async (tx) => {
    await lockFactors(tx, account.id);
    const factors = await listFactors(tx, account.id);
    if (factors.every(({ confirmedAt }) => confirmedAt === null)) return null;
    const codes = await makeRecoveryCodes(tx, services, account.id);
    await recordCodesMade(tx, account, services.clock.now());
    return codes;
  });
  if (!recoveryCodes) return { ok: false, code: 'no_factor', message: messages.noFactor };
  await afterChange(ctx);
  return { ok: true, code: 'made', recoveryCodes };
}
