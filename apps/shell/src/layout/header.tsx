import { AppLink, paths } from '@plaza/navigation';
import { Container } from '@plaza/ui/container';
import { PlazaLogo } from '@plaza/ui/plaza-mark';
import { Skeleton } from '@plaza/ui/skeleton';
import { useRouterState } from '@tanstack/react-router';
import { messages } from '../messages.ts';
import { SlotPart } from '../remotes/slot-part.tsx';

/** Mark, categories, search, account and cart. The parts are slots of remotes: each may be absent without the others. */
export function Header() {
  const query = useRouterState({ select: ({ location }) => searchedFor(location.search) });
  return (
    <header className="sticky top-0 z-30 border-b border-line bg-canvas">
      <Container className="grid grid-cols-[auto_1fr_auto] items-center gap-x-3 gap-y-2 py-2.5 md:grid-cols-[auto_auto_minmax(0,1fr)_auto] md:gap-x-5">
        <AppLink href={paths.home()} aria-label={messages.home} className="rounded-sm no-underline">
          <PlazaLogo />
        </AppLink>
        <nav
          aria-label={messages.mainNavigation}
          className="col-start-1 row-start-2 flex min-h-11 items-center md:col-start-2 md:row-start-1"
        >
          <SlotPart name="catalog/category-menu" loading={<Skeleton className="h-11 w-11 md:w-32" />} />
        </nav>
        <div className="col-span-2 col-start-2 row-start-2 min-h-11 min-w-0 md:col-span-1 md:col-start-3 md:row-start-1">
          <SlotPart
            name="catalog/search-box"
            query={query}
            loading={<Skeleton className="h-11 w-full rounded-md" />}
          />
        </div>
        <div className="col-start-3 row-start-1 flex min-h-11 items-center justify-end gap-1 md:col-start-4">
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
