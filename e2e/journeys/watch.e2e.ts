import { paths } from '@plaza/navigation/paths';
import { tryManyAccounts } from '../support/alerts.ts';
import { expect, test } from '../support/fixtures.ts';
import { fillRegistration, NEW_PASSWORD, openMailedLink } from '../support/registering.ts';
import { openPage } from '../support/shopping.ts';
import { account, admin, alerts, mailWords, notMe, recovery } from '../support/words.ts';

test('somebody signs in elsewhere: the owner reads of it, says that it was not them, and everybody is out', async ({
  page,
  openBrowser,
}) => {
  const email = `watched-${Date.now()}@plaza.test`;
  await openPage(page, paths.register());
  await fillRegistration(page, email);
  await openMailedLink(page, email, mailWords.verifyAddress.subject);
  await page.getByRole('button', { name: recovery.verify.submit }).click();
  await expect(page.getByRole('button', { name: account.menu.labelOf('') })).toBeVisible();

  const theirs = await (await openBrowser()).newPage();
  await openPage(theirs, paths.signIn(paths.connections()));
  await theirs.getByRole('textbox', { name: account.fields.email }).fill(email);
  await theirs.getByLabel(account.fields.password, { exact: true }).fill(NEW_PASSWORD);
  await theirs.getByRole('main').locator('button[type=submit]').click();
  await expect(theirs).toHaveURL(paths.connections());

  await openMailedLink(page, email, mailWords.newDevice.subject);
  await expect(page.getByRole('heading', { level: 1, name: notMe.title })).toBeVisible();
  await page.getByRole('button', { name: notMe.submit }).click();
  await expect(page.getByText(notMe.done)).toBeVisible();
  await theirs.reload();
  await expect(theirs).toHaveURL(/\/sign-in/);

  await openMailedLink(page, email, mailWords.resetPassword.subject);
  await expect(page.getByRole('heading', { level: 1, name: recovery.reset.title })).toBeVisible();
});

test('one network tries many accounts: the staff see one alert, and close it for a reason', async ({
  adminPage,
}) => {
  const network = `198.${51 + (Date.now() % 100)}.${Date.now() % 250}`;
  await tryManyAccounts(network);
  const row = adminPage.getByRole('row').filter({ hasText: `${network}.0/24` });
  // What was tried is noted after its answer.
  await expect(async () => {
    await openPage(adminPage, paths.adminAlerts({ kind: 'credential_stuffing', status: 'open' }));
    await expect(row).toHaveCount(1, { timeout: 1_000 });
  }).toPass();
  await row.getByRole('link', { name: alerts.kinds.credential_stuffing }).click();
  await expect(adminPage.getByText(alerts.explanations.credential_stuffing)).toBeVisible();
  await expect(adminPage.getByRole('table').getByRole('row')).not.toHaveCount(1);
  await adminPage.getByRole('button', { name: alerts.close, exact: true }).click();
  await expect(adminPage.getByRole('textbox', { name: admin.change.reason })).toHaveAttribute(
    'aria-invalid',
    'true',
  );
  const reason = `An old list of passwords ${Date.now()}`;
  await adminPage.getByRole('textbox', { name: admin.change.reason }).fill(reason);
  await adminPage.getByRole('button', { name: alerts.close, exact: true }).click();
  await expect(adminPage.getByText(alerts.done.close)).toBeVisible();
  await expect(adminPage.getByText(reason)).toBeVisible();
});
