import type { Page } from '@playwright/test';
import library from 'axe-core';

const HEIGHT = 900;
/** Every width in both themes, in the order in which the least changes from one to the next. */
const VIEWS = [
  { width: 1440, colorScheme: 'light' },
  { width: 1440, colorScheme: 'dark' },
  { width: 390, colorScheme: 'dark' },
  { width: 390, colorScheme: 'light' },
] as const;
/** What depends on colours. The themes differ in nothing else, so that the dark one needs no other rule. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

async function show(page: Page, { width, colorScheme }: (typeof VIEWS)[number]): Promise<void> {
  await page.setViewportSize({ width, height: HEIGHT });
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
}

/** How pages are opened that are looked at. */
export const showWide = (page: Page): Promise<void> => show(page, VIEWS[0]);

/** What axe finds in what is open, one line each, in both themes on both a wide and a narrow screen. */
export async function lookAt(page: Page, name: string): Promise<string[]> {
  const found: string[] = [];
  for (const view of VIEWS) {
    await show(page, view);
    const rules = view.colorScheme === 'dark' ? COLOUR_RULES : undefined;
    for (const { rule, where } of await findViolations(page, rules))
      found.push(`${name} ${view.width} ${view.colorScheme}: ${rule}: ${where.join(', ')}`);
  }
  return found;
}

/** Something that a rule of axe does not allow. */
export interface Violation {
  rule: string;
  /** Selectors of the elements. */
  where: readonly string[];
}

const STILL_TIMEOUT_MS = 15_000;

/**
 * What axe finds in the page as it is now, once nothing moves any more: colours half-way between two themes are in
 * neither. The library is put into a document once, and nothing but what is wrong comes back: it is asked four times of
 * every state of every page, and all that it has to say takes longer than looking.
 * @param rules all of them when left out
 */
export async function findViolations(page: Page, rules?: readonly string[]): Promise<Violation[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(library.source);
  // Looked at anew each time: `finished` never comes for an animation whose element has left the page meanwhile.
  await page.waitForFunction(isStill, undefined, { timeout: STILL_TIMEOUT_MS });
  return page.evaluate(async (runOnly) => {
    const { violations } = await globalThis.axe.run(document, {
      resultTypes: ['violations'],
      ...(runOnly && { runOnly: [...runOnly] }),
    });
    return violations.map(({ id, nodes }) => ({
      rule: id,
      where: nodes.slice(0, 3).map(({ target }) => target.join(' ')),
    }));
  }, rules);
}

/** Whether nothing moves but what never ends. Runs in the page. */
function isStill(): boolean {
  return document
    .getAnimations()
    .every(
      ({ effect, playState }) =>
        playState !== 'running' || effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY,
    );
}

declare global {
  var axe: typeof import('axe-core');
}
