import { expect, type Locator, type Page } from '@playwright/test';

const MAX_STEPS = 150;

/** Presses Tab until the focus is on `target`, which must be visible there. */
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(target).toBeVisible();
  for (let step = 0; step < MAX_STEPS; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) {
      expect(await target.evaluate(isMarked), `one sees that the focus is on ${target}`).toBe(true);
      return;
    }
    await page.keyboard.press(key);
  }
  throw new Error(`${target} cannot be reached with ${key}.`);
}

/** Whether the element that has the focus, or the box that stands for it, is drawn differently for that. */
function isMarked(element: Element): boolean {
  const boxes = [element, element.closest('label'), element.closest('fieldset')];
  const hasOutline = (style: CSSStyleDeclaration) =>
    style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0;
  return (
    element.matches(':focus-visible') &&
    boxes.some(
      (box) => box && (hasOutline(getComputedStyle(box)) || hasOutline(getComputedStyle(box, '::after'))),
    )
  );
}

/** Goes to something and presses Enter on it. */
export async function pressOn(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await tabTo(page, target, key);
  await page.keyboard.press('Enter');
}

/** Goes to a field and types into it. */
export async function typeInto(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.type(text);
}
