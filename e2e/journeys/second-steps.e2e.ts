import type { Page } from '@playwright/test';
import { paths } from '@plaza/navigation/paths';
import { expect, test } from '../support/fixtures.ts';
import { expectMail } from '../support/inbox.ts';
import { NEW_PASSWORD } from '../support/registering.ts';
import {
  addApp,
  forgetSession,
  keepRecoveryCodes,
  letProofAge,
  openNewAccount,
  plugInDevice,
  signInByPassword,
  textedCode,
} from '../support/second-steps.ts';
import { openPage } from '../support/shopping.ts';
import { account, mailWords, proofWords, security } from '../support/words.ts';

const { kinds } = security.factors;
// A code of an app counts once: some steps wait for the next one.
test.setTimeout(150_000);

test('an app is asked for after the password; a browser is remembered; a recovery code helps once', async ({
  page,
}) => {
  const email = await openNewAccount(page);
  const { app, recoveryCodes } = await addApp(page);
  await expect(page.getByText(security.recovery.left(10))).toBeVisible();
  await expectMail(email, 'an authenticator app');
  const confirm = page.getByRole('main').getByRole('button', { name: proofWords.submit, exact: true });

  await test.step('by its code', async () => {
    await forgetSession(page);
    await signInByPassword(page, email);
    await expect(page).toHaveURL(paths.secondStep('/'));
    await page.getByRole('checkbox', { name: proofWords.second.remember }).check();
    const field = page.getByRole('textbox', { name: proofWords.appCode });
    await expect(field).toHaveAttribute('autocomplete', 'one-time-code');
    await field.fill('000000');
    await confirm.click();
    await expect(page.getByRole('main').getByRole('alert')).toBeVisible();
    await field.fill(await app.nextCode());
    await confirm.click();
    await expect(page).toHaveURL(paths.home());
    await expect(page.getByRole('button', { name: account.menu.labelOf('') })).toBeVisible();
  });

  await test.step('not in a browser that is remembered, until it is forgotten', async () => {
    await forgetSession(page);
    await signInByPassword(page, email);
    await expect(page).toHaveURL(paths.home());
    await openPage(page, paths.accountSecurity());
    await page.getByRole('button', { name: /^Ask for the second step again/ }).click();
    await expect(page.getByText(security.devices.empty)).toBeVisible();
    await forgetSession(page);
    await signInByPassword(page, email);
    await expect(page).toHaveURL(paths.secondStep('/'));
  });

  await test.step('or by a recovery code', async () => {
    await page.getByRole('button', { name: proofWords.otherWay }).click();
    await page.getByRole('radio', { name: proofWords.kinds.recovery_code.name }).check({ force: true });
    await page
      .getByRole('textbox', { name: proofWords.recoveryCode })
      .fill(recoveryCodes[0]?.toLowerCase() ?? '');
    await confirm.click();
    await expect(page).toHaveURL(paths.home());
    await openPage(page, paths.accountSecurity());
    await expect(page.getByText(security.recovery.left(9))).toBeVisible();
  });
});

test('a passkey signs in without a name and without a password, and is the second step of a password', async ({
  page,
}) => {
  const email = await openNewAccount(page);
  const device = await plugInDevice(page);
  await page.addInitScript(() => {
    if (sessionStorage.getItem('nothing-to-fill-in') === 'true')
      PublicKeyCredential.isConditionalMediationAvailable = async () => false;
  });
  await page.getByRole('button', { name: kinds.passkey.add }).click();
  const dialog = page.getByRole('dialog', { name: security.passkey.title });
  await dialog.getByRole('textbox', { name: security.passkey.name }).fill('Journey’s laptop');
  await dialog.getByRole('button', { name: security.passkey.submit }).click();
  await keepRecoveryCodes(page);
  await expect(page.getByText(security.factors.doneAdded('Journey’s laptop'))).toBeVisible();

  await device.setPresent(false);
  await forgetSession(page);
  await offerNothingToFillIn(page, true);
  await openPage(page, paths.signIn());
  await device.setPresent(true);
  await page.getByRole('button', { name: proofWords.signIn.passkey }).click();
  await expect(page).toHaveURL(paths.home());
  await expect(page.getByRole('button', { name: account.menu.labelOf('') })).toBeVisible();

  await device.setPresent(false);
  await forgetSession(page);
  await signInByPassword(page, email);
  await expect(page).toHaveURL(paths.secondStep('/'));
  await device.setPresent(true);
  await page.getByRole('button', { name: proofWords.usePasskey }).click();
  await expect(page).toHaveURL(paths.home());

  await test.step('and is among what the browser offers to fill in, which this device takes at once', async () => {
    await forgetSession(page);
    await offerNothingToFillIn(page, false);
    await page.goto(paths.signIn(paths.orders()));
    await expect(page).toHaveURL(paths.orders());
  });
});

test('text messages stand beside an app only; a change asks anew who is there', async ({ page }) => {
  const email = await openNewAccount(page);
  const addNumber = page.getByRole('button', { name: kinds.sms_code.add });
  await expect(addNumber).toBeDisabled();
  const { app } = await addApp(page);
  const number = `+1555${String(Date.now()).slice(-7)}`;
  await addNumber.click();
  const dialog = page.getByRole('dialog', { name: security.phone.title });
  await dialog.getByRole('textbox', { name: security.phone.number }).fill(number);
  await dialog.getByRole('button', { name: security.phone.send }).click();
  await dialog.getByRole('textbox', { name: security.phone.code(number) }).fill(await textedCode(number));
  await dialog.getByRole('button', { name: security.phone.submit }).click();
  const added = `•••• ${number.slice(-4)}`;
  await expect(page.getByText(security.factors.doneAdded(added))).toBeVisible();

  const remove = async (name: string) => {
    await page.getByRole('button', { name: security.factors.removeLabel(name) }).click();
    const asked = page.getByRole('dialog', { name: security.factors.removeTitle(name) });
    await asked.getByRole('button', { name: security.remove }).click();
    return asked;
  };
  const refused = await remove('Authenticator app');
  await expect(refused.getByRole('alert')).toContainText('text messages');
  await refused.getByRole('button', { name: security.cancel }).click();

  await letProofAge(page);
  await remove(added);
  const question = page.getByRole('dialog', { name: proofWords.stepUp.title });
  await question.getByLabel(proofWords.password, { exact: true }).fill(NEW_PASSWORD);
  await question.getByRole('textbox', { name: proofWords.appCode }).fill(await app.nextCode());
  await question.getByRole('button', { name: proofWords.submit, exact: true }).click();
  await expect(page.getByText(security.factors.removed(added))).toBeVisible();
  await expectMail(email, 'codes by text message');
});

test('a code by mail, and a new password that signs every other browser out', async ({
  page,
  openBrowser,
}) => {
  const email = await openNewAccount(page);
  await page.getByRole('button', { name: kinds.email_code.add }).click();
  const dialog = page.getByRole('dialog', { name: kinds.email_code.name });
  await dialog.getByRole('button', { name: kinds.email_code.add }).click();
  await keepRecoveryCodes(page);

  const other = await (await openBrowser()).newPage();
  await signInByPassword(other, email);
  await other.getByRole('button', { name: proofWords.otherWay }).click();
  await other.getByRole('radio', { name: proofWords.kinds.email_code.name }).check({ force: true });
  await other.getByRole('button', { name: proofWords.send }).click();
  await expect(other.getByText(/You can ask for another code in \d+ s\./)).toBeVisible();
  const mail = await expectMail(email, 'is your Plaza code');
  await other.getByRole('textbox', { name: proofWords.code, exact: true }).fill(mail.subject.slice(0, 6));
  await other.getByRole('main').getByRole('button', { name: proofWords.submit, exact: true }).click();
  await expect(other).toHaveURL(paths.home());

  const newPassword = 'another walrus entirely';
  await page.getByRole('button', { name: security.password.change }).click();
  const form = page.getByRole('dialog', { name: security.password.change });
  await form.getByLabel(security.password.current, { exact: true }).fill(NEW_PASSWORD);
  await form.getByLabel(security.password.next, { exact: true }).fill(newPassword);
  await form.getByRole('button', { name: security.password.submit }).click();
  await expect(page.getByText(security.password.done(1))).toBeVisible();
  await expectMail(email, mailWords.passwordChanged.subject);
  await openPage(other, paths.accountSecurity());
  await expect(other).toHaveURL(paths.signIn(paths.accountSecurity()));
});

/** Whether the next pages meet a browser that cannot offer passkeys to fill in; it would take the one that there is at once. */
const offerNothingToFillIn = (page: Page, isSo: boolean) =>
  page.evaluate((value) => sessionStorage.setItem('nothing-to-fill-in', value), String(isSo));
