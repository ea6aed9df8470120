import { RESEND_SECONDS } from '@plaza/contracts';
import { networkOf } from '@plaza/edge/remote-address';
import type { LimitRule } from '../../platform/rate-limits.ts';
import type { Services } from '../../platform/services.ts';
import type { Context } from '../../platform/trpc.ts';

/** Wrong proofs of an account, whoever shows them: each of them has shown the first proof, or is signed in. */
const WRONG_PROOFS: LimitRule = { name: 'wrong-proof', points: 20, durationS: 3600 };
const CODE_AGAIN: LimitRule = { name: 'code-again', points: 1, durationS: RESEND_SECONDS };
const CODES: LimitRule = { name: 'code-account', points: 6, durationS: 900 };
const CODES_A_DAY: LimitRule = { name: 'code-account-day', points: 30, durationS: 86_400 };
const CODES_FROM_NETWORK: LimitRule = { name: 'code-network', points: 40, durationS: 3600 };
/** Text messages cost money, and disturb whoever has the number. */
const CODES_TO_NUMBER: LimitRule = { name: 'code-number', points: 10, durationS: 86_400 };
const PASSKEYS_FROM_NETWORK: LimitRule = { name: 'passkey-network', points: 120, durationS: 600 };

type Verdict = { ok: true } | { ok: false; code: 'too_many_attempts'; message: string };

/** Takes one attempt to prove something; to be given back when it was right. */
export const countProof = ({ rateLimits }: Services, accountId: string): Promise<Verdict> =>
  consumeAll(rateLimits, [[WRONG_PROOFS, accountId]]);
export const giveProofBack = ({ rateLimits }: Services, accountId: string): Promise<void> =>
  rateLimits.giveBack(WRONG_PROOFS, accountId);

/** Whether another code may be sent to an account. @param number for a text message */
export const maySendCode = (
  { services, visitor }: Context,
  { accountId, kind, number }: { accountId: string; kind: string; number?: string },
): Promise<Verdict> =>
  consumeAll(services.rateLimits, [
    [CODE_AGAIN, `${accountId}:${kind}`],
    [CODES, accountId],
    [CODES_A_DAY, accountId],
    [CODES_FROM_NETWORK, networkOf(visitor.remoteAddress)],
    ...(number === undefined
      ? []
      : ([[CODES_TO_NUMBER, services.sealing.blindIndex(number, 'limit.number')]] as const)),
  ]);

export const mayAskForPasskey = ({ services, visitor }: Context): Promise<Verdict> =>
  consumeAll(services.rateLimits, [[PASSKEYS_FROM_NETWORK, networkOf(visitor.remoteAddress)]]);

async function consumeAll(
  rateLimits: Services['rateLimits'],
  uses: readonly (readonly [LimitRule, string])[],
): Promise<Verdict> {
  for (const [rule, key] of uses) {
    const limit = await rateLimits.consume(rule, key);
    if (!limit.allowed) return tooMany(limit.retryAfterMs);
  }
  return { ok: true };
}

function tooMany(retryAfterMs: number): Verdict {
  const seconds = Math.max(1, Math.ceil(retryAfterMs / 1_000));
  const minutes = Math.ceil(seconds / 60);
  const wait = seconds <= 60 ? `${seconds} seconds` : `${minutes} minutes`;
  return { ok: false, code: 'too_many_attempts', message: `That was very often. Try again in ${wait}.` };
}
