import { useRouter } from '@tanstack/react-router';
import type { ComponentPropsWithRef, MouseEvent } from 'react';

/** How long a pointer rests on a link before its page is fetched. */
const INTENT_DELAY_MS = 60;

export interface AppLinkProps extends Omit<ComponentPropsWithRef<'a'>, 'href'> {
  /** A path of the shop with its query string, from `paths`. */
  href: string;
  /** Fetches the page when a pointer rests on the link or the keyboard reaches it. */
  prefetch?: boolean;
  /** Replaces the current entry of the history: for filters and sort orders. */
  replace?: boolean;
  /** Keeps the place on the page instead of going to its top. */
  keepScroll?: boolean;
}

/** A real link that changes the page without a reload; works as any link before the scripts arrive. */
export function AppLink({ href, prefetch = true, replace, keepScroll, onClick, ...rest }: AppLinkProps) {
  const router = useRouter();

  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (event.defaultPrevented || !isPlainClick(event)) return;
    event.preventDefault();
    void router.navigate({ href, replace: replace ?? false, resetScroll: !keepScroll });
  };
  const fetchAhead = () => {
    const { pathname, search } = new URL(href, 'http://shop.invalid');
    // A page that cannot be fetched ahead is fetched, and explained, when it is opened.
    router
      .preloadRoute({ to: pathname, search: router.options.parseSearch?.(search) ?? {} })
      .catch(() => undefined);
  };

  return (
    <a
      {...rest}
      href={href}
      onClick={follow}
      {...(prefetch && {
        onPointerEnter: (event) => {
          rest.onPointerEnter?.(event);
          const timer = setTimeout(fetchAhead, INTENT_DELAY_MS);
          event.currentTarget.addEventListener('pointerleave', () => clearTimeout(timer), { once: true });
        },
        onFocus: (event) => {
          rest.onFocus?.(event);
          fetchAhead();
        },
      })}
    />
  );
}

const isPlainClick = (event: MouseEvent<HTMLAnchorElement>) =>
  event.button === 0 &&
  !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) &&
  !event.currentTarget.hasAttribute('download') &&
  ['', '_self'].includes(event.currentTarget.target);
