import type {
  beginPasskeyResult,
  PasskeySignInResult,
  passkeySignInInput,
  SignInOutcome,
} from '@plaza/contracts';
import type { z } from 'zod';
import type { Context } from '../../platform/trpc.ts';
import { findAccount } from '../account.repository.ts';
import { toAccount } from '../account-record.ts';
import { finishFirstFactor } from '../finish-first-factor.ts';
import { noteSignIn } from '../watch/note-sign-in.ts';
import { findPasskey } from './factor.repository.ts';
import { mayAskForPasskey } from './limits.ts';
import { messages } from './messages.ts';
import { passkeyRequestOptions, verifyPasskey } from './passkeys.ts';

const WHOEVER = { scope: null, accountId: null } as const;

/** Asks for any passkey of this site: no name is typed, and the answer says nothing about anybody. */
export async function beginPasskeySignIn(ctx: Context): Promise<z.input<typeof beginPasskeyResult>> {
  const limit = await mayAskForPasskey(ctx);
  if (!limit.ok) return limit;
  return { ok: true, code: 'passkey', options: await passkeyRequestOptions(ctx.services, WHOEVER, []) };
}

/** Signs in whoever a passkey belongs to. It is both proofs: the device, and whoever unlocks it. */
export async function finishPasskeySignIn(
  ctx: Context,
  { answer }: z.output<typeof passkeySignInInput>,
): Promise<PasskeySignInResult> {
  const limit = await mayAskForPasskey(ctx);
  if (!limit.ok) {
    await noteFailure(ctx, answer.id, 'too_many_attempts');
    return limit;
  }
  const unknown = { ok: false, code: 'unknown_passkey', message: messages.unknownPasskey } as const;
  const passkey = await verifyPasskey(ctx.services, WHOEVER, answer);
  const record = passkey && (await findAccount(ctx.services.database.client, passkey.accountId));
  if (!record) {
    await noteFailure(ctx, answer.id, 'refused');
    return unknown;
  }
  const result = await finishFirstFactor(ctx, record, 'passkey');
  if (!result.ok && result.code === 'second_factor_required') return unknown;
  return result;
}

/** Lets the watch know; and the owner, where the passkey is somebody's. */
async function noteFailure(ctx: Context, credentialId: string, outcome: SignInOutcome): Promise<void> {
  const { database, sealing } = ctx.services;
  const passkey = await findPasskey(database.client, credentialId);
  const record = passkey && (await findAccount(database.client, passkey.accountId));
  noteSignIn(ctx, {
    accountId: record?.id ?? null,
    claim: record ? toAccount(record, sealing).email : credentialId,
    method: 'passkey',
    outcome,
    isKnownBrowser: false,
  });
}
