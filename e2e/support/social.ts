import { expect, type Locator, type Page } from '@playwright/test';
import { consent } from './words.ts';

/** Whom a provider's stand-in says that somebody is. */
export interface ProviderPerson {
  name: string;
  email: string;
}

/** From our page to the provider's, where a person of their own words consents. */
export async function leaveBy(
  page: Page,
  way: Locator,
  provider: string,
  person: ProviderPerson,
): Promise<void> {
  await way.click();
  await expect(page.getByRole('heading', { level: 1, name: consent.title(provider) })).toBeVisible();
  await page.getByLabel(consent.name).fill(person.name);
  await page.getByRole('textbox', { name: consent.email }).fill(person.email);
  await page.getByRole('button', { name: consent.continue, exact: true }).click();
}
