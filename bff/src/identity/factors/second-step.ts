import {
  type AuthMethod,
  type BeginProofResult,
  type beginProofInput,
  type FinishSecondResult,
  type finishSecondInput,
  REMEMBERED_DAYS,
  type SecondStep,
} from '@plaza/contracts';
import type { z } from 'zod';
import type { Context } from '../../platform/trpc.ts';
import { findAccount } from '../account.repository.ts';
import { toAccount } from '../account-record.ts';
import { attemptChallenge, finishSecondFactor } from '../finish-second-factor.ts';
import { findChallenge, type SignInChallenge } from '../sign-in-challenge.repository.ts';
import { hashToken, newToken } from '../tokens.ts';
import { noteSignIn } from '../watch/note-sign-in.ts';
import { beginProof } from './begin-proof.ts';
import { checkProof } from './check-proof.ts';
import { tellOfUsedCode } from './factor-notices.ts';
import { countProof, giveProofBack } from './limits.ts';
import { messages } from './messages.ts';
import { offersOf, stepUpOffersOf } from './offers.ts';
import { countRecoveryCodes } from './recovery-code.repository.ts';
import { insertDevice } from './remembered-device.repository.ts';

const over = { ok: false, code: 'challenge_over', message: messages.over } as const;
const MAX_USER_AGENT = 300;

/** For the page of the second step: what can be shown; null when this browser has not shown a first proof. */
export async function getSecondStep(ctx: Context): Promise<SecondStep | null> {
  const open = await openChallenge(ctx);
  if (!open) return null;
  const factors = await offersOf(ctx.services, open.challenge.accountId);
  return factors.length === 0 ? null : { factors };
}

/** Asks a passkey, or sends a code, to somebody who has shown the first proof. */
export async function beginSecond(
  ctx: Context,
  { kind }: z.output<typeof beginProofInput>,
): Promise<BeginProofResult> {
  const open = await openChallenge(ctx);
  if (!open) return over;
  const { accountId } = open.challenge;
  return beginProof(ctx, { scope: open.scope, accountId }, await offersOf(ctx.services, accountId), kind);
}

/** Takes the second proof; whoever shows it is signed in. */
export async function finishSecond(
  ctx: Context,
  { proof, remember }: z.output<typeof finishSecondInput>,
): Promise<FinishSecondResult> {
  const { services } = ctx;
  const token = ctx.visitor.readCookie('challenge');
  const challenge = await attemptChallenge(ctx);
  if (token === null || !challenge) return over;
  const { accountId } = challenge;
  const limit = await countProof(services, accountId);
  if (!limit.ok) return limit;
  if (!(await checkProof(services, { scope: scopeOf(token), accountId }, proof))) {
    await noteWrongProof(ctx, accountId, proof.kind);
    return { ok: false, code: 'wrong_proof', message: messages.wrong[proof.kind] };
  }
  await giveProofBack(services, accountId);
  const strongest = await stepUpOffersOf(services, accountId);
  const isStrongest = strongest.some(({ kind }) => kind === proof.kind);
  const account = await finishSecondFactor(ctx, challenge, { method: proof.kind, isStrongest });
  if (!account) return over;
  if (remember) await rememberDevice(ctx, accountId);
  const isRecovery = proof.kind === 'recovery_code';
  const left = isRecovery ? ((await countRecoveryCodes(services.database.client, accountId)) ?? 0) : null;
  if (left !== null) await tellOfUsedCode(services, account, left);
  return { ok: true, code: 'signed_in', account, recoveryCodesLeft: left };
}

const scopeOf = (token: string) => `second:${hashToken(token)}`;

async function openChallenge({
  services,
  visitor,
}: Context): Promise<{ scope: string; challenge: SignInChallenge } | null> {
  const token = visitor.readCookie('challenge');
  if (token === null) return null;
  const key = { tokenHash: hashToken(token), now: services.clock.now() };
  const challenge = await findChallenge(services.database.client, key);
  return challenge && { scope: scopeOf(token), challenge };
}

/** Whoever shows a wrong second proof has shown a right first one: its owner should see that, and so should the watch. */
async function noteWrongProof(ctx: Context, accountId: string, method: AuthMethod): Promise<void> {
  const record = await findAccount(ctx.services.database.client, accountId);
  if (!record) return;
  const { email } = toAccount(record, ctx.services.sealing);
  noteSignIn(ctx, { accountId, claim: email, method, outcome: 'refused', isKnownBrowser: false });
}

/** Spares this browser the second proof for a while. */
async function rememberDevice({ services, visitor }: Context, accountId: string): Promise<void> {
  const token = newToken();
  const now = services.clock.now();
  const expiresAt = new Date(now.getTime() + REMEMBERED_DAYS * 86_400_000);
  const userAgent = visitor.userAgent.slice(0, MAX_USER_AGENT);
  await insertDevice(services.database.client, {
    tokenHash: hashToken(token),
    accountId,
    userAgent,
    now,
    expiresAt,
  });
  visitor.writeCookie('device', token, expiresAt);
}
