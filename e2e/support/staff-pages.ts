import { expect, type Page } from '@playwright/test';
import { paths } from '@plaza/navigation/paths';
import { tryManyAccounts } from './alerts.ts';
import { at, type PageState } from './pages.ts';
import { publishVariant } from './releases.ts';
import { openPage } from './shopping.ts';
import type { SignedIn } from './sign-in.ts';
import { admin as adminWords, platform, releases, teamFigures } from './words.ts';

/** What the staff sees; the page's browser is signed in as an admin. */
export async function adminStates({ api }: SignedIn): Promise<PageState[]> {
  const [person] = (await api.people.list.query({ role: 'seller' })).items;
  const [entry] = (await api.audit.list.query({})).items;
  const openPerson = at(paths.adminPerson(person?.id ?? ''));
  await tryManyAccounts('198.51.100');
  const askFor = (button: string) => async (page: Page) => {
    await openPerson(page);
    await page.getByRole('button', { name: button, exact: true }).click();
    await page.getByRole('dialog').getByRole('textbox', { name: adminWords.change.reason }).waitFor();
  };
  return [
    { name: 'admin', open: at(paths.adminOverview()) },
    { name: 'admin-people', open: at(paths.adminPeople()) },
    { name: 'admin-people-none', open: at(paths.adminPeople({ find: 'zzzzz' })) },
    { name: 'admin-person', open: openPerson },
    { name: 'admin-dialog-suspend', open: askFor(adminWords.person.suspend) },
    { name: 'admin-dialog-roles', open: askFor(adminWords.person.changeRoles) },
    { name: 'admin-alerts', open: at(paths.adminAlerts()) },
    {
      name: 'admin-alerts-none',
      open: at(paths.adminAlerts({ kind: 'impossible_travel', status: 'closed' })),
    },
    {
      name: 'admin-alert',
      async open(page) {
        // What was tried is noted after its answer.
        await expect
          .poll(async () => (await api.watch.alerts.query({ kind: 'credential_stuffing' })).items.length)
          .toBeGreaterThan(0);
        const [alert] = (await api.watch.alerts.query({ kind: 'credential_stuffing' })).items;
        await openPage(page, paths.adminAlert(alert?.id ?? ''));
      },
    },
    { name: 'admin-audit', open: at(paths.adminAudit()) },
    { name: 'admin-audit-none', open: at(paths.adminAudit({ action: 'nothing.happened' })) },
    { name: 'admin-dialog-entry', open: at(paths.adminAudit({ entry: entry?.id })) },
  ];
}

/** What visitors get of frontends, as somebody sees it who may change it. A release is there that nobody gets. */
export async function releaseStates(): Promise<PageState[]> {
  const { declaration, release } = await publishVariant('seller', {
    expose: 'orders',
    script: 'globalThis.plazaShown = true',
    note: 'Orders are printed two to a page',
  });
  const { name: frontend } = declaration;
  const openRelease = async (page: Page) => {
    await openPage(page, paths.adminRelease(frontend));
    await page.getByRole('figure', { name: releases.failuresByDay }).waitFor();
  };
  const askFor = (button: string, field: string) => async (page: Page) => {
    await openPage(page, paths.adminRelease(frontend));
    await page.getByRole('main').getByRole('button', { name: button, exact: true }).click();
    await page.getByRole('dialog').getByRole('textbox', { name: field }).waitFor();
  };
  const startCanary = `${releases.steps.startCanary.yes}: ${release.version}`;
  return [
    { name: 'admin-releases', open: at(paths.adminReleases()) },
    { name: 'admin-release', open: openRelease },
    {
      name: 'admin-dialog-canary',
      async open(page) {
        await askFor(startCanary, releases.form.percent)(page);
        const { label } = releases.audienceKinds.countries;
        await page.getByRole('dialog').getByText(label, { exact: true }).click();
        await page.getByRole('dialog').getByRole('textbox', { name: releases.form.countries }).waitFor();
      },
    },
    {
      name: 'admin-dialog-switch-off',
      open: askFor(releases.steps.switchOff.yes, adminWords.change.reason),
    },
    { name: 'admin-dialog-member', open: askFor(releases.addMember, releases.memberEmail) },
    { name: 'admin-dialog-token', open: askFor(releases.addToken, releases.tokenName) },
    {
      name: 'admin-drawer-diff',
      async open(page) {
        await openPage(page, paths.adminRelease(frontend, { compare: release.version }));
        await page.getByRole('dialog').getByText(releases.diff.same).waitFor();
      },
    },
  ];
}

/** Figures as the staff sees them, with their charts. */
export const figureStates: readonly PageState[] = [
  {
    name: 'admin-market',
    async open(page) {
      await openPage(page, paths.adminPlatform());
      await page.getByRole('figure', { name: platform.gmvByDay }).waitFor();
    },
  },
  {
    name: 'admin-frontends',
    async open(page) {
      await openPage(page, paths.adminTeamFigures({ days: 90 }));
      await page.getByRole('figure', { name: teamFigures.viewsByDay }).waitFor();
    },
  },
  { name: 'admin-reconciliation', open: at(paths.adminReconciliation({ days: 7 })) },
  { name: 'admin-dead-letters', open: at(paths.adminDeadLetters()) },
];
