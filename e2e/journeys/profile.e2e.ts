import { readFile } from 'node:fs/promises';
import { paths } from '@plaza/navigation/paths';
import { apiOf } from '../support/api.ts';
import { expect, test } from '../support/fixtures.ts';
import { expectMail } from '../support/inbox.ts';
import { ADDRESS } from '../support/orders.ts';
import { drawPicture } from '../support/picture.ts';
import { listProduct } from '../support/products.ts';
import { fillRegistration, NEW_PASSWORD, openMailedLink } from '../support/registering.ts';
import { addToCart, openPage } from '../support/shopping.ts';
import { account, checkout, mailWords, profile, profileMails, recovery } from '../support/words.ts';

test('somebody tells who they are, uses it at the checkout, takes a copy of it all, and has it erased', async ({
  page,
  seller,
}) => {
  const email = `journey-${crypto.randomUUID().slice(0, 8)}@example.com`;
  const product = await listProduct(seller.api);
  const main = page.getByRole('main');
  const field = (name: string) => main.getByRole('textbox', { name });
  await openPage(page, paths.register());
  await fillRegistration(page, email);
  await openMailedLink(page, email, mailWords.verifyAddress.subject);
  await main.getByRole('button', { name: recovery.verify.submit }).click();
  await expect(page).toHaveURL(paths.home());

  await test.step('a name and a picture', async () => {
    await openPage(page, paths.accountProfile());
    const picture = { name: 'me.png', mimeType: 'image/png', buffer: await drawPicture(page) };
    await main.getByLabel(profile.profile.choose).first().setInputFiles(picture);
    await expect(page.getByText(profile.profile.pictureSaved)).toBeVisible();
    await field(profile.profile.fullName).fill(ADDRESS.fullName);
    await field(profile.profile.phone).fill('+1 555 010 2030');
    await main.getByRole('button', { name: profile.save, exact: true }).click();
    await expect(page.getByText(profile.saved, { exact: true })).toBeVisible();
    const saved = await apiOf(page.request).profile.get.query();
    expect(saved).toMatchObject({ fullName: ADDRESS.fullName, phone: '+1 555 010 2030' });
    const shown = await page.request.get(saved.avatarUrl ?? '');
    expect(shown.headers()['content-type']).toBe('image/webp');
  });

  await test.step('an address', async () => {
    await openPage(page, paths.accountAddresses());
    await main.getByRole('button', { name: profile.addresses.add }).click();
    await expect(field(profile.addresses.fullName)).toHaveValue(ADDRESS.fullName);
    await field(profile.addresses.line1).fill(ADDRESS.line1);
    await field(profile.addresses.city).fill(ADDRESS.city);
    await field(profile.addresses.region).fill(ADDRESS.region);
    await field(profile.addresses.postalCode).fill(ADDRESS.postalCode);
    await main.getByRole('button', { name: profile.save, exact: true }).click();
    await expect(main.getByText(profile.addresses.default, { exact: true })).toBeVisible();
  });

  await test.step('is in the checkout already', async () => {
    await addToCart(page, [product]);
    await openPage(page, paths.checkout());
    await expect(field(checkout.checkout.line1)).toHaveValue(ADDRESS.line1);
    await expect(main.getByRole('radio', { name: ADDRESS.fullName })).toBeChecked();
    await main.getByRole('button', { name: checkout.checkout.save }).click();
    await expect(main.getByRole('button', { name: checkout.checkout.editDelivery })).toBeVisible();
  });

  await test.step('what was done is listed in plain words', async () => {
    await openPage(page, paths.accountActivity());
    await expect(main.getByText(profile.activity.actions['account.profile_changed'] ?? '')).toBeVisible();
  });

  await test.step('a copy', async () => {
    await openPage(page, paths.accountPrivacy());
    await main.getByRole('button', { name: profile.privacy.ask }).click();
    await expect(main.getByText(profile.privacy.statusOf.ready, { exact: true })).toBeVisible({
      timeout: 20_000,
    });
    await expectMail(email, profileMails.exportReady.subject);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      main.getByRole('button', { name: profile.privacy.download }).click(),
    ]);
    const copy = await readFile(await download.path(), 'utf8');
    for (const text of [email, ADDRESS.line1, '+1 555 010 2030']) expect(copy).toContain(text);
  });

  await test.step('and erasure, which signs out and can be undone', async () => {
    await main.getByRole('button', { name: profile.privacy.eraseButton }).click();
    const dialog = page.getByRole('dialog', { name: profile.privacy.dialogTitle });
    await dialog.getByRole('textbox').fill(email);
    await dialog.getByRole('button', { name: profile.privacy.confirm }).click();
    await expect(page.getByText(profile.privacy.doneTitle)).toBeVisible();
    await expectMail(email, profileMails.erasureAsked.subject);
    expect(await apiOf(page.request).identity.me.query()).toBeNull();
    await main.getByRole('link', { name: profile.privacy.signInAgain }).click();
    await field(account.fields.email).fill(email);
    await main.getByLabel(account.fields.password, { exact: true }).fill(NEW_PASSWORD);
    await main.getByRole('button', { name: account.signIn.submit, exact: true }).click();
    await main.getByRole('button', { name: profile.erasing.keep }).click();
    await expect(main.getByText(profile.erasing.kept)).toBeVisible();
    expect((await apiOf(page.request).profile.privacy.query()).erasureDueAt).toBeNull();
  });
});
