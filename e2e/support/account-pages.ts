import type { Page } from '@playwright/test';
import { paths } from '@plaza/navigation/paths';
import { apiOf } from './api.ts';
import { ADDRESS } from './orders.ts';
import type { PageState } from './pages.ts';
import { fillRegistration, openMailedLink } from './registering.ts';
import { addApp, forgetSession, letProofAge, openNewAccount, signInByPassword } from './second-steps.ts';
import { openPage } from './shopping.ts';
import { leaveBy } from './social.ts';
import { account, apiClients, mailWords, profile, proofWords, recovery, security, social } from './words.ts';

const at = (path: string) => (page: Page) => openPage(page, path);
const newEmail = () => `shown-${crypto.randomUUID().slice(0, 8)}@example.com`;

/** Presses a button of a page and waits for the dialog that it opens. */
const askBy = (path: string, button: string) => async (page: Page) => {
  await openPage(page, path);
  await page.getByRole('main').getByRole('button', { name: button, exact: true }).click();
  await page.getByRole('dialog').waitFor();
};

/** The way into an account and back into it, for somebody without one. */
export function entryStates(): PageState[] {
  const email = newEmail();
  return [
    {
      name: 'register-errors',
      async open(page) {
        await openPage(page, paths.register());
        const form = page.getByRole('main');
        await form.getByLabel(account.fields.password, { exact: true }).fill('password1');
        await form.locator('button[type=submit]').click();
        await page.locator('[aria-invalid=true]').first().waitFor();
      },
    },
    {
      name: 'register-check-mail',
      async open(page) {
        await openPage(page, paths.register());
        await fillRegistration(page, email);
      },
    },
    {
      name: 'verify-email-password',
      async open(page) {
        await page.context().clearCookies();
        await openMailedLink(page, email, mailWords.verifyAddress.subject);
        await page.getByRole('button', { name: recovery.verify.submit }).click();
        await page.getByLabel(recovery.verify.password, { exact: true }).waitFor();
      },
    },
    {
      name: 'confirm-social',
      async open(page) {
        await openPage(page, paths.signIn());
        const way = page.getByRole('link', { name: social.continueWith('Facebook') });
        await leaveBy(page, way, 'Facebook', { name: 'Nora Facebook', email: newEmail() });
        await page.getByLabel(social.confirm.code).waitFor();
      },
    },
    { name: 'confirm-email', open: at(paths.confirmEmail('x')) },
    { name: 'undo-email', open: at(paths.undoEmail('x')) },
    { name: 'not-me', open: at(paths.notMe('x')) },
    { name: 'join-team-stranger', open: at(paths.joinTeam('x')) },
  ];
}

/** What somebody sees of their own account. The first state opens the account in the page's browser. */
export function accountStates(): PageState[] {
  let email = '';
  const { kinds } = security.factors;
  return [
    {
      name: 'account',
      async open(page) {
        email = await openNewAccount(page);
        await openPage(page, paths.account());
      },
    },
    { name: 'account-profile', open: at(paths.accountProfile()) },
    { name: 'account-addresses-none', open: at(paths.accountAddresses()) },
    {
      name: 'account-address-form',
      async open(page) {
        await openPage(page, paths.accountAddresses());
        await page.getByRole('main').getByRole('button', { name: profile.addresses.add }).first().click();
        await page.getByRole('textbox', { name: profile.addresses.line1 }).waitFor();
      },
    },
    {
      name: 'account-addresses',
      async open(page) {
        const api = apiOf(page.request);
        await api.profile.saveAddress.mutate({ address: ADDRESS, isDefault: true });
        await api.profile.saveAddress.mutate({
          address: { ...ADDRESS, line1: '4 Orchard Lane', line2: 'Second floor' },
          isDefault: false,
        });
        await openPage(page, paths.accountAddresses());
      },
    },
    { name: 'account-activity', open: at(paths.accountActivity()) },
    { name: 'account-privacy', open: at(paths.accountPrivacy()) },
    {
      name: 'account-dialog-erase',
      open: askBy(paths.accountPrivacy(), profile.privacy.eraseButton),
    },
    { name: 'account-security', open: at(paths.accountSecurity()) },
    {
      name: 'account-dialog-password',
      open: askBy(paths.accountSecurity(), security.password.change),
    },
    { name: 'account-dialog-passkey', open: askBy(paths.accountSecurity(), kinds.passkey.add) },
    {
      name: 'account-dialog-app',
      async open(page) {
        await askBy(paths.accountSecurity(), kinds.totp.add)(page);
        await page.getByRole('img', { name: security.totp.qrLabel }).waitFor();
      },
    },
    {
      name: 'account-security-second-step',
      async open(page) {
        await openPage(page, paths.accountSecurity());
        await addApp(page);
        await openPage(page, paths.accountSecurity());
      },
    },
    { name: 'account-dialog-phone', open: askBy(paths.accountSecurity(), kinds.sms_code.add) },
    {
      name: 'account-dialog-recovery-codes',
      async open(page) {
        await askBy(paths.accountSecurity(), security.recovery.renew)(page);
        await page.getByRole('dialog').getByRole('button', { name: security.recovery.renew }).click();
        await page.getByRole('dialog', { name: security.recovery.shownTitle }).waitFor();
      },
    },
    { name: 'account-connections', open: at(paths.connections()) },
    { name: 'account-api', open: at(paths.apiClients()) },
    {
      name: 'account-api-made',
      async open(page) {
        await openPage(page, paths.apiClients());
        const main = page.getByRole('main');
        await main.getByRole('textbox', { name: apiClients.name }).fill('Bookkeeping');
        for (const scope of ['order:read', 'receipt:read'] as const)
          await main.getByRole('checkbox', { name: apiClients.scopeNames[scope] }).check();
        await main.getByRole('button', { name: apiClients.submit }).click();
        await main.getByRole('textbox', { name: apiClients.refreshToken }).waitFor();
      },
    },
    { name: 'account-open-shop', open: at(paths.openShop()) },
    {
      name: 'account-dialog-step-up',
      isRefused: true,
      async open(page) {
        await letProofAge(page);
        await askBy(paths.accountSecurity(), security.recovery.renew)(page);
        await page.getByRole('dialog').getByRole('button', { name: security.recovery.renew }).click();
        const question = page.getByRole('dialog', { name: proofWords.stepUp.title });
        await question.getByRole('textbox', { name: proofWords.appCode }).waitFor();
      },
    },
    {
      name: 'second-step',
      async open(page) {
        await forgetSession(page);
        await signInByPassword(page, email);
        await page.getByRole('textbox', { name: proofWords.appCode }).waitFor();
      },
    },
    {
      name: 'second-step-other-way',
      async open(page) {
        await openPage(page, paths.secondStep());
        await page.getByRole('button', { name: proofWords.otherWay }).click();
        await page.getByRole('radio').first().waitFor();
      },
    },
    {
      name: 'reset-password',
      async open(page) {
        await page.context().clearCookies();
        await openPage(page, paths.forgotPassword());
        const main = page.getByRole('main');
        await main.getByRole('textbox', { name: account.fields.email }).fill(email);
        await main.getByRole('button', { name: recovery.forgot.submit }).click();
        await main.getByRole('heading', { name: recovery.forgot.sentTitle }).waitFor();
        await openMailedLink(page, email, mailWords.resetPassword.subject);
        await main.getByLabel(recovery.reset.newPassword, { exact: true }).waitFor();
      },
    },
  ];
}
