import { AppLink, paths } from '@plaza/navigation';
import { Container } from '@plaza/ui/container';
import { PlazaLogo, PlazaMark } from '@plaza/ui/plaza-mark';
import { Skeleton } from '@plaza/ui/skeleton';
import { useRouterState } from '@tanstack/react-router';
import { messages } from '../messages.ts';
import { SlotPart } from '../remotes/slot-part.tsx';

/** Mark, categories, search, account and cart. The parts are slots of remotes: each may be absent without the others. */
export function Header() {
  const query = useRouterState({ select: ({ location }) => searchedFor(location.search) });
  return (
    <header className="sticky top-0 z-30 border-b border-line bg-canvas print:hidden">
      <Container className="flex items-center gap-x-1.5 py-1.5 md:gap-x-5 md:py-2.5">
        <AppLink
          href={paths.home()}
          aria-label={messages.home}
          className="flex shrink-0 rounded-sm no-underline"
        >
          {/* A phone has room for the mark alone. */}
          <PlazaMark className="md:hidden" />
          <PlazaLogo className="max-md:hidden" />
        </AppLink>
        <nav aria-label={messages.mainNavigation} className="flex min-h-11 items-center">
          <SlotPart name="catalog/category-menu" loading={<Skeleton className="h-11 w-11 lg:w-32" />} />
        </nav>
        <div className="relative h-11 min-w-0 flex-1">
          {/* On a phone the field grows over mark and menu while somebody types; its button stays where it is. */}
          <div className="absolute inset-y-0 end-0 z-10 w-full bg-canvas transition-[width] max-md:focus-within:w-[calc(100%+5.25rem)]">
            <SlotPart
              name="catalog/search-box"
              query={query}
              loading={<Skeleton className="h-11 w-full rounded-full" />}
            />
          </div>
        </div>
        {/* The last icon, not its larger button, ends with the page's column. */}
        <div className="-me-3 flex min-h-11 items-center justify-end lg:gap-1">
          <SlotPart name="account/account-menu" loading={<Skeleton className="size-11 rounded-md" />} />
          <SlotPart name="checkout/mini-cart" loading={<Skeleton className="size-11 rounded-md" />} />
        </div>
      </Container>
    </header>
  );
}

const searchedFor = (search: unknown): string =>
  typeof search === 'object' && search !== null && 'q' in search && typeof search.q === 'string'
    ? search.q
    : '';
