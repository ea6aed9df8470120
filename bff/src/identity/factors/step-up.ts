import type {
  BeginProofResult,
  beginProofInput,
  ProveAgainResult,
  proveAgainInput,
  StepUpOffers,
} from '@plaza/contracts';
import type { z } from 'zod';
import type { Context, Session } from '../../platform/trpc.ts';
import { findAccount } from '../account.repository.ts';
import { proveVisit } from '../prove-visit.ts';
import { beginProof } from './begin-proof.ts';
import { checkProof } from './check-proof.ts';
import { countProof, giveProofBack } from './limits.ts';
import { messages } from './messages.ts';
import { stepUpOffersOf } from './offers.ts';

type SignedIn = Context & { session: Session };

const scopeOf = (session: Session) => `prove:${session.id}`;

/** By what this account shows anew who it is. */
export const getStepUpOffers = async ({ services, session }: SignedIn): Promise<StepUpOffers> => ({
  offers: await stepUpOffersOf(services, session.account.id),
});

/** Asks a passkey, or sends a code, to somebody who is to show anew who they are. */
export async function beginStepUp(
  ctx: SignedIn,
  { kind }: z.output<typeof beginProofInput>,
): Promise<BeginProofResult> {
  const accountId = ctx.session.account.id;
  const offers = await stepUpOffersOf(ctx.services, accountId);
  return beginProof(ctx, { scope: scopeOf(ctx.session), accountId }, offers, kind);
}

/** Takes the proof. For some minutes this session may do what `fresh` guards; it goes on under a new token. */
export async function proveAgain(
  ctx: SignedIn,
  { proof }: z.output<typeof proveAgainInput>,
): Promise<ProveAgainResult> {
  const { services, session } = ctx;
  const accountId = session.account.id;
  const offers = await stepUpOffersOf(services, accountId);
  if (!offers.some(({ kind }) => kind === proof.kind))
    return { ok: false, code: 'not_offered', message: messages.notOffered };
  const limit = await countProof(services, accountId);
  if (!limit.ok) return limit;
  const isRight =
    proof.kind === 'password'
      ? await isPassword(ctx, proof.password)
      : await checkProof(services, { scope: scopeOf(session), accountId }, proof);
  if (!isRight) return { ok: false, code: 'wrong_proof', message: messages.wrong[proof.kind] };
  await giveProofBack(services, accountId);
  await proveVisit(ctx, [proof.kind]);
  return { ok: true, code: 'proved' };
}

async function isPassword({ services, session }: SignedIn, password: string): Promise<boolean> {
  const record = await findAccount(services.database.client, session.account.id);
  const { isRight } = await services.passwords.verify(record?.passwordHash ?? null, password);
  return isRight;
}
