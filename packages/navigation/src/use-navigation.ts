import { useRouter } from '@tanstack/react-router';
import { useMemo } from 'react';

export interface Navigation {
  /** Opens a path of the shop (from `paths`) without a reload. */
  open(href: string, options?: { replace?: boolean; keepScroll?: boolean }): Promise<void>;
  /** Runs the loader of the open page again: after a change that the page shows. */
  reload(): Promise<void>;
}

/** Moves between pages from code, as `AppLink` does from a click. */
export function useNavigation(): Navigation {
  const router = useRouter();
  return useMemo(
    () => ({
      open: (href, { replace = false, keepScroll = false } = {}) =>
        router.navigate({ href, replace, resetScroll: !keepScroll }),
      reload: () => router.invalidate(),
    }),
    [router],
  );
}
