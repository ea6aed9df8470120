import { paths } from '@plaza/navigation/paths';
import { expect, test } from '../support/fixtures.ts';
import { tabTo } from '../support/keyboard.ts';
import { letProofAge } from '../support/second-steps.ts';
import { openPage, signIn } from '../support/shopping.ts';
import { PASSWORD } from '../support/sign-in.ts';
import { account, proofWords, seller, admin as words } from '../support/words.ts';

/** Demo sellers whom no other journey needs. */
const SUSPENDED = 'klangwerk@sellers.plaza.test';
const SIGNED_OUT = 'second-orbit@sellers.plaza.test';

test('an admin suspends somebody for a reason: out at once, kept out, written down, and let in again', async ({
  page,
  openBrowser,
}) => {
  const theirs = await (await openBrowser()).newPage();
  await openPage(theirs, paths.signIn(paths.sellerListings()));
  await signIn(theirs, SUSPENDED);
  await expect(theirs).toHaveURL(paths.sellerListings());

  await openPage(page, paths.signIn());
  await signIn(page, 'admin@plaza.test');
  await page.getByRole('button', { name: account.menu.labelOf('') }).click();
  await page.getByRole('link', { name: account.menu.administration }).click();
  await expect(page.getByRole('heading', { level: 1, name: words.overview.title })).toBeVisible();
  await page.getByRole('link', { name: words.frame.people, exact: true }).click();
  await page.getByRole('searchbox', { name: words.people.search }).fill(SUSPENDED);
  await page.keyboard.press('Enter');
  const row = page.getByRole('row').filter({ hasText: SUSPENDED });
  await row.getByRole('link').click();
  const title = page.getByRole('heading', { level: 1 });
  await expect(title).not.toHaveText(words.people.title);
  const name = (await title.textContent()) ?? '';

  await page.getByRole('button', { name: words.person.suspend, exact: true }).click();
  const dialog = page.getByRole('dialog', { name: words.change.suspend.title(name) });
  const confirm = dialog.getByRole('button', { name: words.change.suspend.yes });
  await confirm.click();
  await expect(dialog.getByRole('textbox')).toHaveAttribute('aria-invalid', 'true');
  const reason = `Sold what is not theirs ${Date.now()}`;
  await dialog.getByRole('textbox', { name: words.change.reason }).fill(reason);
  await confirm.click();
  await expect(page.getByText(words.change.suspend.done(name))).toBeVisible();
  await expect(page.getByText(words.person.noSessions)).toBeVisible();

  await theirs.getByRole('link', { name: seller.frame.orders, exact: true }).click();
  await expect(theirs).toHaveURL(/\/sign-in/);
  await signIn(theirs, SUSPENDED);
  await expect(theirs.getByRole('alert').filter({ hasText: 'suspended' })).toBeVisible();

  await page.getByRole('link', { name: words.frame.audit, exact: true }).click();
  const entry = page.getByRole('row').filter({ hasText: reason });
  await expect(entry).toContainText('account.suspended');
  await expect(entry).toContainText(name);
  await entry.getByRole('link', { name: /account\.suspended/ }).click();
  await expect(page.getByRole('dialog').getByText(reason)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();

  await entry.getByRole('link', { name, exact: true }).click();
  await page.getByRole('button', { name: words.person.restore, exact: true }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('The goods were theirs');
  await letProofAge(page);
  const restore = page.getByRole('dialog').getByRole('button', { name: words.change.restore.yes });
  await restore.click();
  const question = page.getByRole('dialog', { name: proofWords.stepUp.title });
  await expect(question).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText(words.change.declined)).toBeVisible();
  await restore.click();
  await question.getByLabel(proofWords.password, { exact: true }).fill(PASSWORD);
  await question.getByRole('button', { name: proofWords.submit, exact: true }).click();
  await expect(page.getByText(words.change.restore.done(name))).toBeVisible();
  await signIn(theirs, SUSPENDED);
  await expect(theirs).toHaveURL(paths.sellerOrders());
});

test('the administration is for admins: sellers read so, strangers sign in', async ({ page, sellerPage }) => {
  for (const path of [paths.adminOverview(), paths.adminPeople(), paths.adminAudit()]) {
    await sellerPage.goto(path);
    await expect(sellerPage.getByText(words.frame.notStaffTitle)).toBeVisible();
    await page.goto(path);
    await expect(page).toHaveURL(/\/sign-in\?returnTo=/);
  }
  await openPage(sellerPage, paths.home());
  await sellerPage.getByRole('button', { name: account.menu.labelOf('') }).click();
  await expect(sellerPage.getByRole('button', { name: account.menu.signOut })).toBeVisible();
  await expect(sellerPage.getByRole('link', { name: account.menu.administration })).toBeHidden();
});

test('a keyboard alone signs a browser out', async ({ adminPage, admin, openBrowser }) => {
  const theirs = await (await openBrowser()).newPage();
  await openPage(theirs, paths.signIn(paths.orders()));
  await signIn(theirs, SIGNED_OUT);
  await expect(theirs).toHaveURL(paths.orders());
  const [person] = (await admin.api.people.list.query({ query: SIGNED_OUT })).items;
  await openPage(adminPage, paths.adminPerson(person?.id ?? ''));
  await tabTo(adminPage, adminPage.getByRole('button', { name: words.person.endSessionOf('') }).first());
  await adminPage.keyboard.press('Enter');
  const reason = adminPage.getByRole('dialog').getByRole('textbox', { name: words.change.reason });
  await expect(reason).toBeFocused();
  await adminPage.keyboard.type('The laptop was lost');
  await tabTo(
    adminPage,
    adminPage.getByRole('dialog').getByRole('button', { name: words.change.endSession.yes }),
  );
  await adminPage.keyboard.press('Enter');
  await expect(adminPage.getByText(words.change.endSession.done(person?.displayName ?? ''))).toBeVisible();
  await theirs.reload();
  await expect(theirs.getByRole('banner').getByRole('link', { name: account.menu.signIn })).toBeVisible();
});
