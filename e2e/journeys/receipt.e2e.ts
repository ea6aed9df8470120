import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { paths } from '@plaza/navigation/paths';
import { formatMoney } from '@plaza/ui/format';
import { apiOf } from '../support/api.ts';
import { expect, test } from '../support/fixtures.ts';
import { expectMail, readInbox } from '../support/inbox.ts';
import { buy, EMAIL } from '../support/orders.ts';
import { listProduct } from '../support/products.ts';
import { openPage } from '../support/shopping.ts';
import { inbox, receipt as words } from '../support/words.ts';

const { receipt: texts, verify } = words;

test('a paid order sends one mail, which leads to a receipt that anyone can check', async ({
  page,
  openBrowser,
  seller,
  otherSeller,
}) => {
  const api = apiOf(page.request);
  const items = [await listProduct(seller.api), await listProduct(otherSeller.api)];
  const orderId = await buy(api, page.request, items);
  await expect.poll(async () => (await api.order.get.query({ orderId })).status).toBe('paid');
  const order = await api.order.get.query({ orderId });
  const total = formatMoney(order.totalMinor, order.currency);

  await test.step('the mail is in the inbox, once', async () => {
    const mail = await expectMail(EMAIL, order.number);
    expect(await readInbox(EMAIL, order.number)).toMatchObject([{ copies: 1 }]);
    expect(mail.text).toContain(total);
    await page.goto(`/inbox/mails/${mail.id}`);
    const content = page.frameLocator('iframe');
    await expect(content.getByRole('heading', { level: 1 })).toBeVisible();
    await page.getByRole('link', { name: inbox.plain }).click();
    await expect(page.getByText(items[0]?.title ?? '', { exact: false })).toBeVisible();
    expect(mail.html).toContain(paths.receipt(orderId));
  });

  await openPage(page, paths.receipt(orderId));
  await expect(page.getByRole('heading', { name: texts.title(order.number) })).toBeVisible();
  await expect(page.getByRole('main')).toContainText(total);
  await test.step('as PDF, and as the data of its digest', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: texts.data }).click(),
    ]);
    const data = await readFile(await download.path());
    const result = await api.receipt.get.query({ orderId });
    expect(result.ok && result.receipt.digest).toBe(createHash('sha256').update(data).digest('hex'));
    const pdf = await page.request.get(paths.receiptPdf(orderId));
    expect(pdf.headers()['content-type']).toBe('application/pdf');
  });
  await test.step('what is printed is the receipt alone', async () => {
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('banner')).toBeHidden();
    await expect(page.getByRole('button', { name: texts.print })).toBeHidden();
    await expect(page.getByRole('heading', { name: texts.title(order.number) })).toBeVisible();
    await page.emulateMedia({ media: 'screen' });
  });

  await test.step('a stranger checks it, and a changed one', async () => {
    const href = (await page.getByRole('link', { name: texts.verifyLink }).getAttribute('href')) ?? '';
    const stranger = await (await openBrowser()).newPage();
    await openPage(stranger, href);
    const main = stranger.getByRole('main');
    await expect(main.getByText(verify.validTitle)).toBeVisible();
    await expect(main).toContainText(order.number);
    await expect(main).toContainText(total);
    await expect(main).not.toContainText('Jo Walker');

    const { sellerOrders, ...rest } = JSON.parse(
      await (await page.request.get(paths.receiptData(orderId))).text(),
    );
    const changed = JSON.stringify({ ...rest, sellerOrders, totalMinor: 1 });
    await stranger
      .getByLabel(verify.file)
      .setInputFiles({ name: 'receipt.json', mimeType: 'application/json', buffer: Buffer.from(changed) });
    await expect(main.getByText(verify.unknownTitle)).toBeVisible();
    await stranger.getByRole('textbox', { name: verify.digest }).fill('not a digest');
    await stranger.getByRole('button', { name: verify.submit }).click();
    await expect(main.getByText(verify.malformed)).toBeVisible();

    const foreign = await stranger.goto(paths.receipt(orderId));
    expect(foreign?.status()).toBe(404);
  });
});
