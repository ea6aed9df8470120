import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { paths } from '@plaza/navigation/paths';
import { type BuildServer, startBuildServer } from '../../packages/federation/src/serve/build-server.ts';
import { lookAt } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';
import { market } from '../support/market.ts';
import { openPage } from '../support/shopping.ts';
import { catalog, localBuilds, shell } from '../support/words.ts';

const built = join(import.meta.dirname, '../../apps/catalog-mfe/dist');
const { heading } = catalog.home;

let server: BuildServer;
let dist: string;
test.beforeEach(async () => {
  dist = mkdtempSync(join(tmpdir(), 'plaza-journey-'));
  server = await startBuildServer({ shop: market.publicUrl, port: 0 });
});
test.afterEach(async () => {
  await server.close();
  rmSync(dist, { recursive: true });
});

/** Builds the catalog with another heading on its home. */
function build(text: string): void {
  cpSync(built, dist, { recursive: true });
  const assets = join(dist, 'assets');
  for (const name of readdirSync(assets).filter((file) => file.endsWith('.js'))) {
    const file = join(assets, name);
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll(heading, text));
  }
  server.show(dist);
}

test('a developer sees the build of their own machine in the market, and every change of it at once', async ({
  adminPage,
  page,
}) => {
  test.setTimeout(90_000);
  build('Built here');
  const place = `localhost:${server.port}`;
  const path = `${paths.home()}?plaza-release=catalog@${place}`;
  const heard = (text: string) => adminPage.getByRole('heading', { level: 1, name: text });

  await test.step('nobody else does', async () => {
    await openPage(page, path);
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
    await expect(page.getByRole('complementary', { name: shell.overrides.label })).toBeHidden();
  });

  const bar = adminPage.getByRole('complementary', { name: shell.overrides.label });
  await test.step('it is drawn among the others, and says so', async () => {
    await openPage(adminPage, path);
    await expect(heard('Built here')).toBeVisible();
    await expect(bar).toContainText(shell.overrides.local('catalog', place));
    await expect(adminPage).toHaveTitle(catalog.home.title);
    expect(await lookAt(adminPage, 'local build')).toEqual([]);
  });

  await test.step('the next build comes into the same document', async () => {
    await adminPage.evaluate(() => document.documentElement.setAttribute('data-kept', ''));
    build('Built again');
    await expect(heard('Built again')).toBeVisible();
    server.fail();
    await expect(adminPage.getByText(localBuilds.failed('catalog'))).toBeVisible();
    await expect(heard('Built again')).toBeVisible();
    await expect(adminPage.locator('html')).toHaveAttribute('data-kept');
    await adminPage.getByRole('contentinfo').getByRole('link', { name: shell.footer.allProducts }).click();
    await expect(adminPage.getByRole('region', { name: catalog.search.resultsLabel })).toBeVisible();
  });

  await test.step('a build that nobody serves is said to be missing, and comes when it is there', async () => {
    const { port } = server;
    await server.close();
    await adminPage.goto(paths.home());
    await expect(adminPage.getByText(localBuilds.silent('catalog', place))).toBeVisible();
    server = await startBuildServer({ shop: market.publicUrl, port });
    build('Built at last');
    await expect(heard('Built at last')).toBeVisible();
  });

  await test.step('it ends when they say so', async () => {
    await bar.getByRole('link', { name: shell.overrides.end }).click();
    await expect(heard(heading)).toBeVisible();
    await expect(bar).toBeHidden();
  });
});
