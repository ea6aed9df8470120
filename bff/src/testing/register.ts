import type { Services } from '../platform/services.ts';
import { mailedToken } from './mailed-link.ts';
import { solveCaptcha } from './solve-captcha.ts';
import type { TestBrowser } from './start-test-bff.ts';

export interface RegisterInput {
  email: string;
  password: string;
  displayName: string;
  shop?: { name: string; country: string };
  returnTo?: string;
}

/** Fills in the form of the registration. Nothing is verified yet. */
export const signUpIn = async (browser: TestBrowser, input: RegisterInput) =>
  browser.mutate('identity.signUp', { ...input, captcha: await solveCaptcha(browser, 'sign_up') });

/** Registers and opens the link of the mail in the same browser, which is signed in then. */
export async function registerIn(services: Services, browser: TestBrowser, input: RegisterInput) {
  await signUpIn(browser, input);
  const token = await mailedToken(services, input.email, 'verify-address');
  return browser.mutate('verification.verify', { token });
}
