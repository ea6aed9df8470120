import { type AuthMethod, type FirstFactorResult, isStaff, type SignInOutcome } from '@plaza/contracts';
import type { Context } from '../platform/trpc.ts';
import { type AccountRecord, EMAIL_CONTEXT, toAccount } from './account-record.ts';
import { beginVisit } from './begin-visit.ts';
import { isDeviceRemembered, listSecondFactors } from './factors/public.ts';
import { insertChallenge } from './sign-in-challenge.repository.ts';
import { hashToken, newToken } from './tokens.ts';
import { noteSignIn } from './watch/note-sign-in.ts';

const CHALLENGE_MS = 10 * 60_000;

/**
 * What follows when somebody has shown the first proof of who they are, by whichever method: they are signed in, or
 * asked for a second proof when their account has one. A passkey is two proofs in one: the device, and whoever unlocks it.
 * Staff show theirs each time, in a browser that is remembered too.
 */
export async function finishFirstFactor(
  ctx: Context,
  record: AccountRecord,
  method: AuthMethod,
): Promise<FirstFactorResult> {
  const { services, visitor } = ctx;
  const note = (outcome: SignInOutcome) => {
    const claim = record.status === 'erased' ? '' : services.sealing.open(record.email, EMAIL_CONTEXT);
    noteSignIn(ctx, { accountId: record.id, claim, method, outcome, isKnownBrowser: false });
  };
  if (record.status !== 'active') {
    note('suspended');
    const message = 'This account is suspended. Write to support if you think that this is a mistake.';
    return { ok: false, code: 'suspended', message };
  }
  const account = toAccount(record, services.sealing);
  const { client } = services.database;
  const now = services.clock.now();
  const factors = method === 'passkey' ? [] : await listSecondFactors(client, account.id);
  if (factors.length > 0) {
    const device = isStaff(account) ? null : visitor.readCookie('device');
    const known = device && { accountId: account.id, tokenHash: hashToken(device), now };
    if (!known || !(await isDeviceRemembered(client, known))) {
      const token = newToken();
      const expiresAt = new Date(now.getTime() + CHALLENGE_MS);
      await insertChallenge(client, {
        tokenHash: hashToken(token),
        accountId: account.id,
        method,
        expiresAt,
      });
      visitor.writeCookie('challenge', token, expiresAt);
      note('second_factor_asked');
      const message = 'One more step: confirm that it is you.';
      return { ok: false, code: 'second_factor_required', factors, message };
    }
    // What is spared now is asked for before anything that wants a fresh proof.
    await beginVisit(ctx, account, [method, 'remembered_device'], false);
  } else await beginVisit(ctx, account, [method]);
  return { ok: true, code: 'signed_in', account };
}
