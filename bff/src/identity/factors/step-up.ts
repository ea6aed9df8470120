import type {
  BeginProofResult,
  beginProofInput,
  ProveAgainResult,
  proveAgainInput,
  StepUpKind,
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
export async function getStepUpOffers({ services, session }: SignedIn): Promise<StepUpOffers> {
  const [offers, passwordHash] = await Promise.all([
    stepUpOffersOf(services, session.account.id),
    passwordHashOf(services, session),
  ]);
  return { offers, withPassword: passwordHash !== null && offers.some(({ kind }) => isCode(kind)) };
}
/** What is one proof of two; the password is the other. */
const isCode = (kind: StepUpKind): boolean => kind !== 'passkey' && kind !== 'password';

/** Asks a passkey, or sends a code, to somebody who is to show anew who they are. */
export async function beginStepUp(
  ctx: SignedIn,
  { kind }: z.output<typeof beginProofInput>,
): Promise<BeginProofResult> {
  const accountId = ctx.session.account.id;
  const offers = await stepUpOffersOf(ctx.services, accountId);
  return beginProof(ctx, { scope: scopeOf(ctx.session), accountId }, offers, kind);
}

/**
 * Takes the proof, and beside a code the password, where the account has one: who is there is shown as by signing in. For some
 * minutes this session may do what `fresh` guards; it goes on under a new token.
 */
export async function proveAgain(
  ctx: SignedIn,
  { proof, password }: z.output<typeof proveAgainInput>,
): Promise<ProveAgainResult> {
  const { services, session } = ctx;
  const accountId = session.account.id;
  const offers = await stepUpOffersOf(services, accountId);
  if (!offers.some(({ kind }) => kind === proof.kind))
    return { ok: false, code: 'not_offered', message: messages.notOffered };
  const limit = await countProof(services, accountId);
  if (!limit.ok) return limit;
  const wrong = (kind: StepUpKind): ProveAgainResult => ({
    ok: false,
    code: 'wrong_proof',
    message: messages.wrong[kind],
  });
  const passwordHash = await passwordHashOf(services, session);
  const shown = proof.kind === 'password' ? proof.password : (password ?? '');
  const needsPassword = proof.kind === 'password' || (passwordHash !== null && isCode(proof.kind));
  // First, so that a wrong password uses up no code.
  if (needsPassword && !(await services.passwords.verify(passwordHash, shown)).isRight)
    return wrong('password');
  if (
    proof.kind !== 'password' &&
    !(await checkProof(services, { scope: scopeOf(session), accountId }, proof))
  )
    return wrong(proof.kind);
  await giveProofBack(services, accountId);
  await proveVisit(ctx, needsPassword ? ['password', proof.kind] : [proof.kind]);
  return { ok: true, code: 'proved' };
}

const passwordHashOf = async ({ database }: Context['services'], { account }: Session) =>
  (await findAccount(database.client, account.id))?.passwordHash ?? null;
