import { paths } from '@plaza/navigation/paths';
import catalogDeclaration from '../../apps/catalog-mfe/remote.ts';
import checkoutDeclaration from '../../apps/checkout-mfe/remote.ts';
import { expect, test } from '../support/fixtures.ts';
import { listProduct } from '../support/products.ts';
import { openPage } from '../support/shopping.ts';
import { boundaries, shell } from '../support/words.ts';

test('whoever asks sees which team owns which part of a page, on the pages after it too', async ({
  page,
  seller,
}) => {
  const { slug } = await listProduct(seller.api);
  await openPage(page, paths.product(slug));
  const panel = page.getByRole('complementary', { name: boundaries.label });
  await expect(panel).toBeHidden();

  await openPage(page, `${paths.product(slug)}?plaza-boundaries=on`);
  const outlineOf = (team: string, part: string) =>
    page.getByText(boundaries.owned(team, part), { exact: true });
  const product = outlineOf(catalogDeclaration.team, 'catalog/product');
  const button = outlineOf(checkoutDeclaration.team, 'checkout/add-to-cart');
  await expect(product).toBeVisible();
  await expect(button).toBeVisible();
  await expect(panel).toContainText(
    new RegExp(`${checkoutDeclaration.team}: .*checkout/mini-cart [0-9a-f]{8}`),
  );

  await page.getByRole('banner').getByRole('link', { name: shell.home }).click();
  await expect(outlineOf(catalogDeclaration.team, 'catalog/home')).toBeVisible();
  await expect(button).toBeHidden();

  const toggle = panel.getByRole('checkbox', { name: boundaries.show });
  await toggle.focus();
  await page.keyboard.press('Space');
  await expect(outlineOf(catalogDeclaration.team, 'catalog/home')).toBeHidden();
  await page.reload();
  await expect(page.getByRole('banner')).toBeVisible();
  await expect(panel).toBeHidden();
});
