import type { Page } from '@playwright/test';
import { paths } from '@plaza/navigation/paths';
import { expect, test } from '../support/fixtures.ts';
import { expectMail } from '../support/inbox.ts';
import { openPage } from '../support/shopping.ts';
import { leaveBy } from '../support/social.ts';
import { account, consent, social } from '../support/words.ts';

const PROVIDERS = [
  { id: 'google', name: 'Google', vouches: true },
  { id: 'github', name: 'GitHub', vouches: true },
  { id: 'facebook', name: 'Facebook', vouches: false },
] as const;

const wayOf = (page: Page, provider: string) =>
  page.getByRole('link', { name: social.continueWith(provider) });
const menuOf = (page: Page, name: string) => page.getByRole('button', { name: account.menu.labelOf(name) });

async function signOut(page: Page, name: string): Promise<void> {
  await menuOf(page, name).click();
  await page.getByRole('button', { name: account.menu.signOut }).click();
  await expect(menuOf(page, name)).toBeHidden();
}

for (const { id, name, vouches } of PROVIDERS) {
  test(`somebody signs up by ${name}, signs in again, connects another account and disconnects it`, async ({
    page,
  }) => {
    const person = { name: `Nora ${name}`, email: `nora-${id}-${Date.now()}@mail.test` };
    const other = PROVIDERS.find((one) => one.id !== id && one.vouches) ?? PROVIDERS[0];

    await test.step('sign up', async () => {
      await openPage(page, paths.signIn(paths.orders()));
      await leaveBy(page, wayOf(page, name), name, person);
      if (!vouches) {
        await expect(page.getByRole('heading', { name: social.confirm.title })).toBeVisible();
        const { subject } = await expectMail(person.email, 'code');
        await page.getByLabel(social.confirm.code).fill(subject.slice(0, 6));
        await page.getByRole('button', { name: social.confirm.submit }).click();
      }
      await expect(page).toHaveURL(paths.orders());
      await expect(menuOf(page, person.name)).toBeVisible();
    });
    await signOut(page, person.name);

    await test.step('sign in again', async () => {
      await openPage(page, paths.signIn(paths.cart()));
      await leaveBy(page, wayOf(page, name), name, person);
      await expect(page).toHaveURL(paths.cart());
      await expect(menuOf(page, person.name)).toBeVisible();
    });

    await test.step('the only way in stays', async () => {
      await openPage(page, paths.connections());
      await expect(
        page.getByRole('button', { name: social.connections.disconnectLabel(name) }),
      ).toBeDisabled();
    });
    await test.step('connect and disconnect', async () => {
      const connect = page.getByRole('button', { name: social.connections.connectLabel(other.name) });
      await leaveBy(page, connect, other.name, { ...person, email: `other-${person.email}` });
      await expect(page.getByText(social.connections.done(other.name))).toBeVisible();
      await page.getByRole('button', { name: social.connections.disconnectLabel(name) }).click();
      await expect(page.getByRole('button', { name: social.connections.connectLabel(name) })).toBeVisible();
      await expect(
        page.getByRole('button', { name: social.connections.disconnectLabel(other.name) }),
      ).toBeDisabled();
    });
  });
}

test('who says no at the provider is told what to do, and can go on', async ({ page }) => {
  await openPage(page, paths.register(paths.orders()));
  await wayOf(page, 'Google').click();
  await page.getByRole('button', { name: consent.deny }).click();
  await expect(page.getByRole('alert')).toHaveText(social.problems.denied('Google'));
  await leaveBy(page, wayOf(page, 'Google'), 'Google', {
    name: 'Second Thought',
    email: `second-${Date.now()}@mail.test`,
  });
  await expect(page).toHaveURL(paths.orders());
});

test('text messages and mails are shown beside each other', async ({ page }) => {
  await page.goto('/inbox');
  await page.getByRole('link', { name: 'Text messages' }).click();
  await expect(page.getByRole('heading', { name: 'Text messages' })).toBeVisible();
  await page.getByRole('link', { name: 'Mail' }).click();
  await expect(page).toHaveURL('/inbox');
});
