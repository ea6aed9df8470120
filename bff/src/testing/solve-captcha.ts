import { type CaptchaChallenge, type CaptchaPurpose, captchaChallengeSchema } from '@plaza/contracts';
import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import type { TestBrowser } from './start-test-bff.ts';

/** Asks for a puzzle and solves it, as a page does. Answers what a form sends along. */
export async function solveCaptcha(browser: TestBrowser, purpose: CaptchaPurpose): Promise<string> {
  const { data } = await browser.mutate('captcha.challenge', { purpose });
  return solveChallengeOf(captchaChallengeSchema.parse(data));
}

export async function solveChallengeOf(challenge: CaptchaChallenge): Promise<string> {
  const solution = await solveChallenge({ challenge, deriveKey });
  return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64');
}
