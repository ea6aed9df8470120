import { randomInt } from 'node:crypto';
import { CODE_MINUTES } from '@plaza/contracts';
import { queueMail } from '../../notification/public.ts';
import type { Services } from '../../platform/services.ts';
import { codeMail } from '../mails/notice.mails.ts';
import { hashToken, newToken } from '../tokens.ts';
import { messages } from './messages.ts';
import { countGuess, putChallenge, takeChallenge } from './proof-challenge.repository.ts';

/** Guesses that one code bears. */
const MAX_GUESSES = 5;
const CODE_LIFE_MS = CODE_MINUTES * 60_000;
const CODE_CONTEXT = 'proof_challenge.code';

/** What a code is good for: where it is asked for, and by which way it came. */
export interface CodePurpose {
  /** `second:<…>`, `prove:<session>`, `confirm:<factor>`. */
  scope: string;
  kind: 'email_code' | 'sms_code';
}
const idOf = ({ scope, kind }: CodePurpose) => `${scope}:${kind}`;
const hashOf = ({ sealing }: Services, id: string, code: string) =>
  sealing.blindIndex(`${id}\n${code}`, CODE_CONTEXT);

interface Recipient {
  accountId: string;
  /** An e-mail address, or a number, by the purpose's kind. */
  to: string;
}

/** Sends a new code; earlier ones for the same end are void. False when it could not be handed over. */
export async function sendCode(
  services: Services,
  purpose: CodePurpose,
  { accountId, to }: Recipient,
): Promise<boolean> {
  const { database, clock } = services;
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const now = clock.now();
  const id = idOf(purpose);
  const challenge = {
    id,
    accountId,
    proofHash: hashOf(services, id, code),
    expiresAt: new Date(now.getTime() + CODE_LIFE_MS),
  };
  const key = hashToken(newToken());
  if (purpose.kind === 'sms_code') {
    await putChallenge(database.client, challenge);
    const sent = await services.sms?.send({
      to,
      text: messages.sms(code, new URL(services.env.PUBLIC_URL).host),
      key,
    });
    if (sent?.ok) return true;
    services.log.warn({ accountId, reason: sent?.message }, 'a code by text message was not sent');
    return false;
  }
  await database.client.begin(async (tx) => {
    await putChallenge(tx, challenge);
    await queueMail(tx, codeMail, { to, data: { code }, dedupeKey: key, now });
  });
  services.mailWaker.wake();
  return true;
}

/** Whether this is the code that was sent last, in time, within its few guesses; it is used up then. */
export async function takeCode(
  services: Services,
  purpose: CodePurpose,
  { accountId, code }: { accountId: string; code: string },
): Promise<boolean> {
  const { client } = services.database;
  const now = services.clock.now();
  const id = idOf(purpose);
  if (!(await countGuess(client, { id, maxGuesses: MAX_GUESSES, now }))) return false;
  const taken = await takeChallenge(client, { id, proofHash: hashOf(services, id, code), now });
  return taken?.accountId === accountId;
}
