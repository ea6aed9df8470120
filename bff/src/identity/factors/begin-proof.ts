import { type BeginProofResult, type OfferedFactor, RESEND_SECONDS } from '@plaza/contracts';
import type { Context } from '../../platform/trpc.ts';
import { listFactors } from './factor.repository.ts';
import { maySendCode } from './limits.ts';
import { messages } from './messages.ts';
import { recipientOf } from './offers.ts';
import { passkeyRequestOptions } from './passkeys.ts';
import { sendCode } from './short-codes.ts';

type Asked = 'passkey' | 'email_code' | 'sms_code';

/** Asks a passkey, or sends a code, for a proof that is good in this scope only. */
export async function beginProof(
  ctx: Context,
  { scope, accountId }: { scope: string; accountId: string },
  offers: readonly { kind: OfferedFactor['kind'] | 'password' }[],
  kind: Asked,
): Promise<BeginProofResult> {
  const { services } = ctx;
  if (!offers.some((offer) => offer.kind === kind)) return notOffered;
  if (kind === 'passkey') {
    const factors = await listFactors(services.database.client, accountId);
    const passkeys = factors.filter((factor) => factor.kind === 'passkey' && factor.confirmedAt !== null);
    const options = await passkeyRequestOptions(services, { scope, accountId }, passkeys);
    return { ok: true, code: 'passkey', options };
  }
  const to = await recipientOf(services, accountId, kind);
  if (to === null) return notOffered;
  const verdict = await maySendCode(ctx, { accountId, kind, ...(kind === 'sms_code' && { number: to }) });
  if (!verdict.ok) return verdict;
  if (!(await sendCode(services, { scope, kind }, { accountId, to })))
    return { ok: false, code: 'not_sent', message: messages.notSent };
  return { ok: true, code: 'sent', resendAfterSeconds: RESEND_SECONDS };
}

const notOffered = { ok: false, code: 'not_offered', message: messages.notOffered } as const;
