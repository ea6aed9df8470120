import {
  type CaptchaPurpose,
  type CaptchaRefusal,
  type CaptchaSolved,
  captchaSolvedSchema,
} from '@plaza/contracts';
import { verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import type { Services } from '../../platform/services.ts';
import { captchaSecrets } from './captcha-secrets.ts';
import { CHALLENGE_MS } from './make-challenge.ts';

export type CaptchaVerdict = { ok: true } | { ok: false; code: CaptchaRefusal; message: string };

const REQUIRED = 'Your browser has to solve a small puzzle first. Try again in a moment.';
const INVALID = 'The puzzle that your browser solved is too old or was used before. Try again.';

/**
 * Whether a browser has worked for this purpose within ten minutes. Uses the solution up: the next call with it is
 * refused, on every process.
 * @param input.payload what the form sent as `captcha`
 */
export async function requireCaptcha(
  services: Services,
  input: { payload: string | undefined; purpose: CaptchaPurpose },
): Promise<CaptchaVerdict> {
  if (!input.payload) return { ok: false, code: 'captcha_required', message: REQUIRED };
  const solved = parse(input.payload);
  const isGood = solved !== null && (await isSolved(services, solved, input.purpose));
  if (!isGood || !(await services.once.claim(`captcha:${solved.challenge.signature}`, CHALLENGE_MS)))
    return { ok: false, code: 'captcha_invalid', message: INVALID };
  return { ok: true };
}

async function isSolved(
  { env, clock }: Services,
  { challenge, solution }: CaptchaSolved,
  purpose: CaptchaPurpose,
): Promise<boolean> {
  const { data, expiresAt } = challenge.parameters;
  if (data.purpose !== purpose || expiresAt * 1_000 < clock.now().getTime()) return false;
  const { verified } = await verifySolution({
    challenge,
    solution,
    deriveKey,
    ...captchaSecrets(env.CAPTCHA_KEY),
  });
  return verified;
}

function parse(payload: string): CaptchaSolved | null {
  try {
    const json: unknown = JSON.parse(Buffer.from(payload, 'base64').toString('utf8'));
    return captchaSolvedSchema.safeParse(json).data ?? null;
  } catch {
    return null;
  }
}
