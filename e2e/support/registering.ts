import type { Page } from '@playwright/test';
import { expectMail, type InboxMail } from './inbox.ts';
import { ADDRESS } from './orders.ts';
import { account, recovery } from './words.ts';

export const NEW_PASSWORD = 'a long enough password';

/** Fills in and sends the form of a registration, whichever is open; ends where the page says to look at the mail. */
export async function fillRegistration(page: Page, email: string): Promise<void> {
  const main = page.getByRole('main');
  await main.getByRole('textbox', { name: account.fields.name, exact: true }).fill(ADDRESS.fullName);
  await main.getByRole('textbox', { name: account.fields.email }).fill(email);
  await main.getByLabel(account.fields.password, { exact: true }).fill(NEW_PASSWORD);
  await main.locator('button[type=submit]').click();
  await page.getByRole('heading', { name: recovery.checkMail.title }).waitFor();
}

/** The address of the button in a mail. */
function linkIn({ text }: InboxMail): string {
  const [link] = /https?:\/\/\S+#[\w-]{43}/.exec(text) ?? [];
  if (!link) throw new Error(`There is no link in: ${text}`);
  return link;
}

/** Opens the link of the newest mail with this subject. */
export const openMailedLink = async (page: Page, email: string, subject: string): Promise<void> =>
  void (await page.goto(linkIn(await expectMail(email, subject))));
