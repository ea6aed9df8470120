import { createHash } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { paths } from '@plaza/navigation/paths';
import { Secret, TOTP } from 'otpauth';
import postgres from 'postgres';
import { z } from 'zod';
import { market } from './market.ts';
import { fillRegistration, NEW_PASSWORD, openMailedLink } from './registering.ts';
import { openPage } from './shopping.ts';
import { account, mailWords, recovery, security } from './words.ts';

const smsSchema = z.object({ messages: z.array(z.object({ text: z.string() })) });

/** Registers, opens the mailed link, and goes to the page about security. Answers the address. */
export async function openNewAccount(page: Page): Promise<string> {
  const email = `journey-${crypto.randomUUID().slice(0, 8)}@example.com`;
  await openPage(page, paths.register());
  await fillRegistration(page, email);
  await openMailedLink(page, email, mailWords.verifyAddress.subject);
  await page.getByRole('main').getByRole('button', { name: recovery.verify.submit }).click();
  await expect(page).toHaveURL(paths.home());
  await openPage(page, paths.accountSecurity());
  return email;
}

/** Types address and password in and sends them. */
export async function signInByPassword(page: Page, email: string, password = NEW_PASSWORD): Promise<void> {
  const main = page.getByRole('main');
  await openPage(page, paths.signIn());
  await main.getByRole('textbox', { name: account.fields.email }).fill(email);
  await main.getByLabel(account.fields.password, { exact: true }).fill(password);
  await main.getByRole('button', { name: account.signIn.submit, exact: true }).click();
}

/** Forgets who is signed in, and keeps whatever else the browser holds. */
export const forgetSession = (page: Page): Promise<void> =>
  page.context().clearCookies({ name: 'plaza_session' });

/** Gives the browser a device that makes and keeps passkeys, and is unlocked whenever it is asked. */
export async function plugInDevice(page: Page) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    /** Whether the device is there and its owner unlocks it. */
    setUnlocked: (isUserVerified: boolean) =>
      cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
    setPresent: (enabled: boolean) =>
      cdp.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled }),
  };
}

/** Codes of an app, each once: when the current one was used the next one, as on a phone whose clock is fast. */
function openApp(manualKey: string): { nextCode: () => Promise<string> } {
  const totp = new TOTP({ secret: Secret.fromBase32(manualKey.replaceAll(' ', '')) });
  let used = 0;
  return {
    nextCode: async () => {
      used = Math.max(totp.counter(), used + 1);
      await expect.poll(() => totp.counter() + 1, { timeout: 35_000 }).toBeGreaterThanOrEqual(used);
      return totp.generate({ timestamp: used * totp.period * 1_000 });
    },
  };
}

/** Sets an app up on the page about security. Answers it, and the recovery codes that came along. */
export async function addApp(page: Page) {
  const { kinds } = security.factors;
  await page.getByRole('button', { name: kinds.totp.add }).click();
  const dialog = page.getByRole('dialog', { name: security.totp.title });
  const key = dialog.getByText(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/);
  const app = openApp((await key.textContent()) ?? '');
  await expect(dialog.getByRole('img', { name: security.totp.qrLabel })).toBeVisible();
  await dialog.getByRole('textbox', { name: security.totp.code }).fill(await app.nextCode());
  await dialog.getByRole('button', { name: security.totp.submit }).click();
  return { app, recoveryCodes: await keepRecoveryCodes(page) };
}

/** Reads the codes that are shown this once, and says that they are kept. */
export async function keepRecoveryCodes(page: Page): Promise<string[]> {
  const dialog = page.getByRole('dialog', { name: security.recovery.shownTitle });
  const codes = dialog.getByRole('listitem');
  await expect(codes).toHaveCount(10);
  const texts = await codes.allTextContents();
  await dialog.getByRole('button', { name: security.recovery.done }).click();
  await expect(dialog).toBeHidden();
  return texts;
}

/** The code of the newest text message to a number. */
export async function textedCode(number: string): Promise<string> {
  const read = async () => {
    const response = await fetch(
      `${market.publicUrl}/inbox/sms/api/messages?to=${encodeURIComponent(number)}`,
    );
    return smsSchema.parse(await response.json()).messages[0]?.text.slice(0, 6) ?? '';
  };
  await expect.poll(read).toMatch(/^\d{6}$/);
  return read();
}

/** Lets the time pass after which a change asks this browser anew who is there. */
export async function letProofAge(page: Page): Promise<void> {
  const cookies = await page.context().cookies();
  const token = cookies.find(({ name }) => name === 'plaza_session')?.value ?? '';
  const id = createHash('sha256').update(token).digest('hex');
  const sql = postgres(market.databaseUrl, { max: 1 });
  await sql`update session set proved_at = now() - interval '11 minutes' where id = ${id}`;
  await sql.end();
}
