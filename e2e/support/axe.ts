import type { Page } from '@playwright/test';
import library from 'axe-core';

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
  return page.evaluate(
    async ({ runOnly, timeoutMs }) => {
      // Looked at anew each time: `finished` never comes for an animation whose element has left the page meanwhile.
      const moves = () =>
        document
          .getAnimations()
          .some(
            ({ effect, playState }) =>
              playState === 'running' && effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY,
          );
      const deadline = performance.now() + timeoutMs;
      while (moves()) {
        if (performance.now() > deadline) throw new Error('The page does not come to rest.');
        await new Promise((done) => setTimeout(done, 50));
      }
      const { violations } = await globalThis.axe.run(document, {
        resultTypes: ['violations'],
        ...(runOnly && { runOnly: [...runOnly] }),
      });
      return violations.map(({ id, nodes }) => ({
        rule: id,
        where: nodes.slice(0, 3).map(({ target }) => target.join(' ')),
      }));
    },
    { runOnly: rules, timeoutMs: STILL_TIMEOUT_MS },
  );
}

declare global {
  var axe: typeof import('axe-core');
}
