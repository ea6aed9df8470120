import type { AddPasskeyResult, addPasskeyInput, beginAddPasskeyResult } from '@plaza/contracts';
import type { z } from 'zod';
import type { Asker } from './asker.ts';
import { insertFactor, listFactors } from './factor.repository.ts';
import { messages } from './messages.ts';
import { passkeyCreationOptions, verifyNewPasskey } from './passkeys.ts';
import { afterChange, hasTooMany, settleAdded, tooManyFactors } from './settle-factor.ts';

const scopeOf = ({ session }: Asker) => `add:${session.id}`;

/** What the browser needs to make a passkey; those that the account has are left out. */
export async function beginAddPasskey(ctx: Asker): Promise<z.input<typeof beginAddPasskeyResult>> {
  const { services, account } = ctx;
  const { client } = services.database;
  if (await hasTooMany(client, account.id)) return tooManyFactors;
  const known = (await listFactors(client, account.id)).filter(({ kind }) => kind === 'passkey');
  const options = await passkeyCreationOptions(services, scopeOf(ctx), account, known);
  return { ok: true, code: 'passkey', options };
}

/** Takes a new passkey. It counts at once, as a second proof and as a way to sign in by itself. */
export async function addPasskey(
  ctx: Asker,
  { answer, label }: z.output<typeof addPasskeyInput>,
): Promise<AddPasskeyResult> {
  const { services, account } = ctx;
  const { client } = services.database;
  const now = services.clock.now();
  if (await hasTooMany(client, account.id)) return tooManyFactors;
  const data = await verifyNewPasskey(services, { scope: scopeOf(ctx), accountId: account.id }, answer);
  const added =
    data &&
    (await client.begin(async (tx) => {
      const factor = await insertFactor(tx, {
        accountId: account.id,
        kind: 'passkey',
        label,
        data,
        confirmedAt: now,
        now,
      });
      return factor && settleAdded(tx, services, account, { factor, now });
    }));
  if (!added) return { ok: false, code: 'wrong_proof', message: messages.notAdded };
  await afterChange(ctx, 'passkey');
  return added;
}
