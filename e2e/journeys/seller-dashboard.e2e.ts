import { readFile } from 'node:fs/promises';
import { dayOf, shiftDay } from '@plaza/contracts';
import { paths } from '@plaza/navigation/paths';
import { formatCount, formatMoney } from '@plaza/ui/format';
import { expect, test } from '../support/fixtures.ts';
import { openPage } from '../support/shopping.ts';
import { dashboard, ui, seller as words } from '../support/words.ts';

test('a period is chosen, shared by its address, drilled into and saved as CSV', async ({
  sellerPage: page,
  seller,
}) => {
  const now = new Date();
  const yesterday = shiftDay(dayOf(now), -1);
  const period = { from: shiftDay(yesterday, -9), to: yesterday };
  const sales = await seller.api.analytics.seller.sales.query(period);
  const revenue = page.getByText(dashboard.revenue, { exact: true }).first().locator('..');

  await openPage(page, paths.sellerDashboard());
  await expect(revenue).not.toContainText(formatMoney(sales.totals.revenueMinor, sales.currency));
  await page.getByRole('button', { name: ui.periodOwn }).click();
  await page.getByLabel(ui.periodFrom).fill(shiftDay(period.to, 1));
  await page.getByLabel(ui.periodTo).fill(period.to);
  await page.keyboard.press('Enter');
  await expect(page.getByText(dashboard.periodInvalid)).toBeVisible();
  await page.getByLabel(ui.periodFrom).fill(period.from);
  await page.getByRole('button', { name: ui.periodShow }).click();
  await expect(revenue).toContainText(formatMoney(sales.totals.revenueMinor, sales.currency));
  const address = page.url();
  expect(new URL(address).search).toBe(`?from=${period.from}&to=${period.to}`);

  // Days of a period that is over do not change, so that what is saved is known.
  const days = page.getByRole('region', { name: dashboard.byDay, exact: true });
  const saving = page.waitForEvent('download');
  await days.getByRole('button', { name: /CSV/ }).click();
  const file = await saving;
  expect(file.suggestedFilename()).toBe(`days-${period.from}-to-${period.to}.csv`);
  const lines = (await readFile(await file.path(), 'utf8')).trim().split('\r\n');
  expect(lines).toHaveLength(11);
  const [first] = sales.byDay;
  expect(lines[1]).toContain(
    `${first?.day},${((first?.revenueMinor ?? 0) / 100).toFixed(2)},${first?.orders}`,
  );

  const busiest = sales.byDay.slice(-7).toSorted((a, b) => b.orders - a.orders)[0];
  const link = days.getByRole('link', {
    name: new RegExp(`^${formatCount(busiest?.orders ?? 0)} orders of`),
  });
  await link.first().click();
  await expect(page).toHaveURL(new RegExp(`/selling/orders\\?from=${busiest?.day}&to=${busiest?.day}`));
  await expect(page.getByText(words.orders.count(busiest?.orders ?? 0), { exact: true })).toBeVisible();

  await openPage(page, address);
  await expect(revenue).toContainText(formatMoney(sales.totals.revenueMinor, sales.currency));
  await page.getByRole('link', { name: dashboard.days(7), exact: true }).click();
  await expect(page).toHaveURL(/\?days=7$/);
  await expect(page.getByRole('link', { name: dashboard.days(7), exact: true })).toHaveAttribute(
    'aria-current',
  );
});

test('every part of the dashboard has figures, a table or a file behind it', async ({ sellerPage: page }) => {
  await openPage(page, paths.sellerDashboard({ days: 90 }));
  const parts = [
    dashboard.funnel,
    dashboard.sources,
    dashboard.topProducts,
    dashboard.byDay,
    dashboard.stock,
    dashboard.returns,
    dashboard.customers,
    dashboard.cohorts,
  ];
  for (const part of parts) {
    const region = page.getByRole('region', { name: part, exact: true }).first();
    await expect(region.getByRole('button', { name: `Download CSV: ${part}` })).toBeVisible();
  }
  for (const chart of [dashboard.revenueByDay, dashboard.ordersByDay, dashboard.conversionByDay]) {
    const figure = page.getByRole('figure', { name: chart });
    await figure.getByText('Show as a table').click();
    await expect(figure.getByRole('row').nth(1)).toBeVisible();
  }
});
