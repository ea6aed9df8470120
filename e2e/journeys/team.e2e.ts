import type { Page } from '@playwright/test';
import { paths } from '@plaza/navigation/paths';
import { expect, test } from '../support/fixtures.ts';
import { ADDRESS } from '../support/orders.ts';
import { fillRegistration, openMailedLink } from '../support/registering.ts';
import { openPage } from '../support/shopping.ts';
import { mailWords, recovery, team, seller as words } from '../support/words.ts';

const INVITED = 'asks you to join their team';
const sections = (page: Page) =>
  page.getByRole('navigation', { name: words.frame.sections }).getByRole('link');

test('the owner of a shop invites somebody, who registers, joins, sees what they may, and is removed', async ({
  sellerPage,
  openBrowser,
}) => {
  const email = `journey-${crypto.randomUUID().slice(0, 8)}@example.com`;
  const page = await (await openBrowser()).newPage();

  await test.step('the owner asks by mail', async () => {
    await openPage(sellerPage, paths.sellerTeam());
    await sellerPage.getByRole('button', { name: team.invite }).click();
    const dialog = sellerPage.getByRole('dialog', { name: team.inviteTitle });
    await dialog.getByRole('textbox', { name: team.email }).fill(email);
    await dialog.getByRole('checkbox', { name: team.rights.orders.name }).check();
    await dialog.getByRole('button', { name: team.send }).click();
    await expect(dialog).toBeHidden();
    await expect(sellerPage.getByRole('listitem').filter({ hasText: email })).toBeVisible();
  });

  await test.step('a stranger registers first, then opens the link once more and joins', async () => {
    await openMailedLink(page, email, INVITED);
    await page.getByRole('main').getByRole('link', { name: team.join.register }).click();
    await fillRegistration(page, email);
    await openMailedLink(page, email, mailWords.verifyAddress.subject);
    await page.getByRole('main').getByRole('button', { name: recovery.verify.submit }).click();
    await expect(page).toHaveURL(paths.joinTeam());
    await openMailedLink(page, email, INVITED);
    // The token is gone from the address.
    await expect(page).toHaveURL(paths.joinTeam());
    await expect(page.getByRole('main').getByText(team.rights.orders.name)).toBeVisible();
    await page.getByRole('button', { name: team.join.accept }).click();
    await page.getByRole('link', { name: team.join.toShop }).click();
  });

  await test.step('they see orders, and nothing else', async () => {
    await expect(page).toHaveURL(paths.sellerOrders());
    await expect(sections(page)).toHaveText([words.frame.orders]);
  });

  await test.step('other rights hold at once', async () => {
    await openPage(sellerPage, paths.sellerTeam());
    await sellerPage
      .getByRole('button', { name: team.changeLabel(ADDRESS.fullName) })
      .first()
      .click();
    const dialog = sellerPage.getByRole('dialog', { name: team.changeTitle(ADDRESS.fullName) });
    await dialog.getByRole('checkbox', { name: team.rights.listings.name }).check();
    await dialog.getByRole('button', { name: team.save }).click();
    await expect(dialog).toBeHidden();
    await openPage(page, paths.sellerListings());
    await expect(sections(page)).toHaveText([words.frame.listings, words.frame.orders]);
  });

  await test.step('whoever is removed does not sell any more', async () => {
    await sellerPage
      .getByRole('button', { name: team.removeLabel(ADDRESS.fullName) })
      .first()
      .click();
    const dialog = sellerPage.getByRole('dialog', { name: team.removeTitle(ADDRESS.fullName) });
    await dialog.getByRole('button', { name: team.removeConfirm }).click();
    await expect(dialog).toBeHidden();
    await openPage(page, paths.sellerOrders());
    await expect(page.getByText(words.frame.notSellingTitle)).toBeVisible();
  });
});
