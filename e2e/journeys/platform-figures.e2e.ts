import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { dayOf, shiftDay } from '@plaza/contracts';
import { paths } from '@plaza/navigation/paths';
import { formatCount, formatMoney } from '@plaza/ui/format';
import { expect, test } from '../support/fixtures.ts';
import { openPage } from '../support/shopping.ts';
import { admin, deadLetters, figures, platform, reconciliation, teamFigures, ui } from '../support/words.ts';

/** What a button saves, line by line. */
async function saveCsv(page: Page, button: Locator): Promise<string[]> {
  const saving = page.waitForEvent('download');
  await button.click();
  const file = await saving;
  return (await readFile(await file.path(), 'utf8')).trim().split('\r\n');
}

/** Ten days that are over, so that their figures do not change. */
const yesterday = shiftDay(dayOf(new Date()), -1);
const period = { from: shiftDay(yesterday, -9), to: yesterday };

test('an admin reads how the market did in days of their choice, and saves it', async ({
  adminPage: page,
  admin: { api },
}) => {
  const sales = await api.analytics.platform.sales.query(period);
  await openPage(page, paths.adminPlatform());
  await page.getByRole('button', { name: ui.periodOwn }).click();
  await page.getByLabel(ui.periodFrom).fill(period.from);
  await page.getByLabel(ui.periodTo).fill(period.to);
  await page.getByRole('button', { name: ui.periodShow }).click();
  await expect(page).toHaveURL(paths.adminPlatform(period));
  const sold = page.getByRole('region', { name: platform.figures });
  await expect(sold).toContainText(formatMoney(sales.totals.gmvMinor, sales.currency));
  await expect(sold).toContainText(platform.noTake);

  const chart = page.getByRole('figure', { name: platform.gmvByDay });
  const lines = await saveCsv(page, chart.getByRole('button', { name: /CSV/ }));
  expect(lines).toHaveLength(11);
  expect(lines.at(-1)).toContain(((sales.byDay.at(-1)?.gmvMinor ?? 0) / 100).toFixed(2));
  await chart.getByText(ui.chartTable).click();
  await expect(chart.getByRole('rowheader')).toHaveCount(10);

  for (const part of [platform.cohorts, platform.search, platform.dimensions.country, figures.vitals.title]) {
    const region = page.getByRole('region', { name: part, exact: true });
    expect((await saveCsv(page, region.getByRole('button', { name: /CSV/ }).first())).length).toBeGreaterThan(
      1,
    );
  }
});

test('a frontend is looked at by its versions, over the same days', async ({
  adminPage: page,
  admin: { api },
}) => {
  const usage = await api.analytics.team.usage.query({ ...period, frontend: 'checkout' });
  const { rollout } = await api.release.get.query({ frontend: 'checkout' });
  await openPage(page, paths.adminTeamFigures(period));
  await page
    .getByRole('navigation', { name: teamFigures.frontend })
    .getByRole('link', { name: rollout.title })
    .click();
  await expect(page).toHaveURL(paths.adminTeamFigures({ frontend: 'checkout', ...period }));
  const versions = page.getByRole('region', { name: teamFigures.versions, exact: true });
  for (const { version, pageViews } of usage.versions)
    await expect(versions.getByRole('row').filter({ hasText: version })).toContainText(
      formatCount(pageViews),
    );
  expect(await saveCsv(page, versions.getByRole('button', { name: /CSV/ }))).toHaveLength(
    usage.versions.length + 1,
  );
  await expect(page.getByRole('figure', { name: teamFigures.failuresByDay })).toBeVisible();
});

test('the books of days that are over agree with the figures to the cent', async ({ adminPage: page }) => {
  await openPage(page, paths.adminReconciliation(period));
  await expect(page.getByText(reconciliation.allEqual(10))).toBeVisible();
  const days = page.getByRole('region', { name: reconciliation.byDay, exact: true });
  await expect(days.getByText(reconciliation.states.equal)).toHaveCount(10);
  const lines = await saveCsv(page, days.getByRole('button', { name: /CSV/ }));
  expect(lines[1]).toContain(`${period.to},USD,`);
  await page.getByRole('link', { name: figures.days(7), exact: true }).click();
  await expect(days.getByText(reconciliation.states.moving)).toBeVisible();
});

test('what could not be taken is found by its reason, looked at, and goes again for a reason', async ({
  adminPage: page,
  request,
}) => {
  const query = Date.now();
  const event = { event: 'search_performed', distinct_id: 'somebody', properties: { query, resultCount: 1 } };
  const sent = await request.post('/ingest/e/', { data: { api_key: 'phc_plaza_local', ...event } });
  expect(sent.status()).toBe(200);
  const reason = deadLetters.reasons.properties_invalid;
  const ofReason = page.getByRole('link', { name: deadLetters.showOnly(reason) });
  // It is answered when it is written down, and put aside a moment later.
  await expect(async () => {
    await openPage(page, paths.adminDeadLetters());
    await expect(ofReason).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await ofReason.click();
  await expect(page).toHaveURL(paths.adminDeadLetters({ reason: 'properties_invalid' }));
  const letters = page.getByRole('region', { name: deadLetters.lettersOf(reason) });
  await letters.getByRole('row').nth(1).getByRole('link').click();
  const drawer = page.getByRole('dialog', { name: deadLetters.letter });
  await expect(drawer.getByText(String(query))).toBeVisible();
  await drawer.getByRole('button', { name: deadLetters.replayOne }).click();

  const dialog = page.getByRole('dialog', { name: deadLetters.replay.titleOne });
  await dialog.getByRole('button', { name: deadLetters.replay.yes }).click();
  const why = dialog.getByRole('textbox', { name: admin.change.reason });
  await expect(why).toHaveAttribute('aria-invalid', 'true');
  const said = `Whether it passes now ${query}`;
  await why.fill(said);
  await dialog.getByRole('button', { name: deadLetters.replay.yes }).click();
  await expect(page.getByText(deadLetters.replay.done('0', '1'))).toBeVisible();
  await openPage(page, paths.adminAudit({ action: 'dead_letters.replayed' }));
  await expect(page.getByRole('row').filter({ hasText: said })).toBeVisible();
});
