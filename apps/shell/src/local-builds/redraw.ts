import type { RemoteModuleName } from '@plaza/contracts/remotes';
import { isLocalVersion, localOrigin } from '../releases/local-version.ts';
import type { BrowserRegistry, Remotes } from '../remotes/remotes.ts';
import type { ShellRouter } from '../router.tsx';

export interface RedrawTools {
  router: ShellRouter;
  /** A module stays as it was loaded: another registry means other remotes. */
  createRemotes: (registry: BrowserRegistry) => Remotes;
  /** Puts the whole application in place of the one that is shown. @param key another one each time */
  draw: (remotes: Remotes, key: number) => void;
}

/**
 * Draws the page anew with another registry: where the page is, what was asked and what is in the cart stay; what was
 * typed into it does not.
 */
export function redrawWith({ router, createRemotes, draw }: RedrawTools, first: BrowserRegistry) {
  let shown = first;
  let key = 0;
  return async (registry: BrowserRegistry): Promise<void> => {
    if (pagesOf(registry) !== pagesOf(shown)) return location.reload();
    shown = registry;
    const remotes = createRemotes(registry);
    router.update({ ...router.options, context: { ...router.options.context, remotes } });
    // All that is on the page, so that nothing of it flickers.
    await Promise.allSettled([router.invalidate({ sync: true }), ...partsOnPage().map(remotes.load)]);
    // Another one has come in the meantime.
    if (shown !== registry) return;
    key += 1;
    draw(remotes, key);
    removeStyles(registry);
  };
}

const pagesOf = (registry: BrowserRegistry): string =>
  JSON.stringify(Object.entries(registry).map(([frontend, { pages }]) => [frontend, pages]));

const partsOnPage = (): RemoteModuleName[] =>
  [...document.querySelectorAll<HTMLElement>('[data-mfe][data-part]')].map(
    // As remote-part.tsx has written it.
    ({ dataset }) => `${dataset.mfe}/${dataset.part}` as RemoteModuleName,
  );

/** Takes away the styles of builds that are not shown any more. */
function removeStyles(registry: BrowserRegistry): void {
  const local = Object.values(registry).filter(({ version }) => isLocalVersion(version));
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]'))
    for (const { version, baseUrl } of local)
      if (link.href.startsWith(`${localOrigin(version)}/`) && !link.href.startsWith(baseUrl)) link.remove();
}
