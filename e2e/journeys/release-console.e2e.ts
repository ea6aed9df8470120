import type { Locator, Page } from '@playwright/test';
import { trialTag } from '@plaza/contracts';
import { paths } from '@plaza/navigation/paths';
import { apiOf } from '../support/api.ts';
import { lookAt } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';
import { ALONE } from '../support/market.ts';
import { ADDRESS } from '../support/orders.ts';
import { publishVariant } from '../support/releases.ts';
import { forgetSession, openNewAccount, signInByPassword } from '../support/second-steps.ts';
import { openDocument } from '../support/shoppers.ts';
import { openPage } from '../support/shopping.ts';
import { figures, releases as texts, admin as words } from '../support/words.ts';

const FRONTEND = 'seller';
const FOREIGN = 'catalog';
const { steps } = texts;

const part = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

/** What the document of the page says that its visitor gets. */
const readBoot = (page: Page) => page.locator('#plaza-boot').textContent();

/** Presses a button of the page, says why in the dialog that it opens, and confirms. */
async function take(
  page: Page,
  button: string,
  yes: string,
  reason: string,
  choose?: (dialog: Locator) => Promise<void>,
): Promise<void> {
  await page.getByRole('main').getByRole('button', { name: button, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await choose?.(dialog);
  await dialog.getByRole('textbox', { name: words.change.reason }).fill(reason);
  await dialog.getByRole('button', { name: yes, exact: true }).click();
  await expect(dialog).toBeHidden();
}

test.afterEach(async ({ admin: { api } }) => {
  const { rollout, members } = await api.release.get.query({ frontend: FRONTEND });
  const about = { frontend: FRONTEND, reason: 'The journey is over' };
  if (rollout.canary)
    await api.release.rollBack.mutate({ ...about, version: rollout.canary.release.version });
  if (rollout.isOff) await api.release.switchOn.mutate(about);
  for (const { accountId } of members.filter(({ name }) => name === ADDRESS.fullName))
    await api.release.removeMember.mutate({ ...about, accountId });
});

test(
  'a developer tries a release, takes it back, and switches their frontend off and on; others are not theirs',
  ALONE,
  async ({ openBrowser, adminPage, admin }) => {
    test.setTimeout(120_000);
    const page = await (await openBrowser()).newPage();
    const next = await publishVariant(FRONTEND, {
      expose: 'orders',
      script: 'globalThis.plazaJourney = true',
      note: 'A journey',
    });
    const { version } = next.release;
    const email = await openNewAccount(page);
    const me = await apiOf(page.request).identity.me.query();
    const accountId = me?.id ?? '';

    await test.step('an admin makes somebody a developer of one team', async () => {
      const reason = 'Joined the team';
      await admin.api.people.changeRoles.mutate({ accountId, staffRoles: ['developer'], reason });
      await openPage(adminPage, paths.adminRelease(FRONTEND));
      await adminPage.getByRole('button', { name: texts.addMember, exact: true }).click();
      const dialog = adminPage.getByRole('dialog', { name: texts.addMember });
      await dialog.getByRole('textbox', { name: texts.memberEmail }).fill(email);
      await dialog.getByRole('textbox', { name: words.change.reason }).fill(reason);
      await dialog.getByRole('button', { name: texts.addMember }).click();
      await expect(part(adminPage, texts.people)).toContainText(email);
    });

    await test.step('the developer sees every frontend, and may change none of the others', async () => {
      await forgetSession(page);
      await signInByPassword(page, email);
      await expect(page).toHaveURL(paths.home());
      await openPage(page, paths.adminReleases());
      const { rollout } = await admin.api.release.get.query({ frontend: FOREIGN });
      await page.getByRole('main').getByRole('link', { name: rollout.title, exact: true }).click();
      await expect(part(page, texts.traffic)).toContainText(texts.notOwn);
      await expect(page.getByRole('button', { name: steps.switchOff.yes })).toBeHidden();
      await expect(part(page, texts.tokens)).toBeHidden();
      const about = { frontend: FOREIGN, reason: 'Not mine' };
      await expect(apiOf(page.request).release.switchOff.mutate(about)).rejects.toThrow();
    });

    const tag = trialTag(FRONTEND, version, 'canary');
    const newcomer = await (await openBrowser()).newPage();

    await test.step('of their own they start a canary for all new visitors, who keep it; nothing judges it', async () => {
      await openPage(page, paths.adminRelease(FRONTEND));
      await expect(page.getByRole('button', { name: texts.addMember })).toBeHidden();
      const start = steps.startCanary.yes;
      await take(page, `${start}: ${version}`, start, 'To see how it does', async (dialog) => {
        await dialog.getByText(texts.audienceKinds.newVisitors.label, { exact: true }).click();
        await dialog.getByRole('textbox', { name: texts.form.percent }).fill('100');
        await expect(dialog).toContainText(texts.uncompared.text);
      });
      await expect(part(page, texts.traffic)).toContainText(texts.trial);
      await expect(part(page, texts.uncompared.title)).toContainText(texts.uncompared.state);
      expect(await lookAt(page, 'canary')).toEqual([]);
      await expect.poll(() => openDocument(paths.home()), { timeout: 20_000 }).toContain(tag);
      for (const path of [paths.home(), paths.signIn(), paths.home()]) {
        await openPage(newcomer, path);
        expect(await readBoot(newcomer)).toContain(tag);
      }
      await openPage(page, paths.home());
      expect(await readBoot(page)).not.toContain(version);
    });

    await test.step('the staff get it in the browsers that have joined, and in none that has left', async () => {
      await openPage(page, paths.adminRelease(FRONTEND));
      const { yes } = steps.changeAudience;
      await take(page, yes, yes, 'The staff first', (dialog) =>
        dialog.getByText(texts.audienceKinds.internal.label, { exact: true }).click(),
      );
      await expect.poll(() => openDocument(paths.home()), { timeout: 20_000 }).not.toContain(tag);
      const press = async (name: string, next: string) => {
        await openPage(page, paths.adminReleases());
        await page.getByRole('button', { name }).click();
        await expect(page.getByRole('button', { name: next })).toBeVisible();
        await openPage(page, paths.home());
      };
      const { join, leave } = texts.internal;
      await press(join, leave);
      expect(await readBoot(page)).toContain(tag);
      await press(leave, join);
      expect(await readBoot(page)).not.toContain(version);
      await openPage(newcomer, paths.home());
      expect(await readBoot(newcomer)).toContain(tag);
    });

    await test.step('they hold it and take it back', async () => {
      await openPage(page, paths.adminRelease(FRONTEND));
      await take(page, steps.hold.yes, steps.hold.yes, 'Enough for now');
      await expect(part(page, texts.traffic)).toContainText(texts.held);
      await take(page, steps.rollBack.yes, steps.rollBack.yes, 'Prints too small');
      await expect(part(page, texts.traffic)).toContainText(texts.on);
    });

    await test.step('without a network nothing is changed, neither now nor later', async () => {
      await page.context().setOffline(true);
      await page.getByRole('main').getByRole('button', { name: steps.switchOff.yes, exact: true }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('textbox', { name: words.change.reason }).fill('Nobody hears it');
      await dialog.getByRole('button', { name: steps.switchOff.yes, exact: true }).click();
      await expect(dialog.getByText(words.failed)).toBeVisible();
      await page.context().setOffline(false);
      await dialog.getByRole('button', { name: words.change.cancel }).click();
      await expect(part(page, texts.traffic)).toContainText(texts.on);
    });

    await test.step('they switch it off and on', async () => {
      await take(page, steps.switchOff.yes, steps.switchOff.yes, 'The printer burns');
      await expect(part(page, texts.traffic)).toContainText(texts.off);
      await take(page, steps.switchOn.yes, steps.switchOn.yes, 'The fire is out');
      await expect(part(page, texts.traffic)).toContainText(texts.on);
    });

    await test.step('they make a token for the build server, and end it', async () => {
      await page.getByRole('button', { name: texts.addToken, exact: true }).click();
      const dialog = page.getByRole('dialog', { name: texts.addToken });
      await dialog.getByRole('textbox', { name: texts.tokenName }).fill('Build server');
      await dialog.getByRole('button', { name: texts.createToken }).click();
      await expect(dialog.getByRole('textbox', { name: 'Build server' })).toHaveValue(/^.{40,}$/);
      await dialog.getByRole('button', { name: texts.close, exact: true }).last().click();
      await part(page, texts.tokens)
        .getByRole('button', { name: texts.endTokenNamed('Build server') })
        .click();
      await expect(part(page, texts.tokens)).toContainText(texts.noTokens);
    });

    await test.step('the history says who did what, and why', async () => {
      const rows = part(page, texts.history).getByRole('row').filter({ hasText: ADDRESS.fullName });
      const { actions } = figures.rollout;
      await expect(rows).toContainText(
        [
          [actions.switched_on, 'The fire is out'],
          [actions.switched_off, 'The printer burns'],
          [actions.rolled_back, 'Prints too small'],
          [actions.held, 'Enough for now'],
          [actions.audience_changed, 'The staff first'],
          [actions.canary_started, 'To see how it does'],
        ].map(([what, why]) => new RegExp(`${what}.*${why}`)),
      );
    });

    await test.step('whoever leaves the team changes nothing any more', async () => {
      const name = texts.removeMemberNamed({ accountId, name: ADDRESS.fullName, email });
      await take(adminPage, name, texts.removeMember, 'Left the team');
      await expect(part(adminPage, texts.people)).not.toContainText(email);
      await openPage(page, paths.adminRelease(FRONTEND));
      await expect(part(page, texts.traffic)).toContainText(texts.notOwn);
    });
  },
);
