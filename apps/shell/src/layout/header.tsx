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
      <Container className="grid grid-cols-[1fr_auto] items-center gap-x-3 gap-y-2 py-2.5 md:grid-cols-[auto_auto_minmax(0,1fr)_auto] md:gap-x-5">
        <AppLink
          href={paths.home()}
          aria-label={messages.home}
          className="justify-self-start rounded-sm no-underline"
        >
          <PlazaLogo />
        </AppLink>
        {/* One row of its own on a phone, two cells of the same row where there is room. */}
        <div className="order-last col-span-2 flex items-center gap-2 md:order-none md:contents">
          <nav aria-label={messages.mainNavigation} className="flex min-h-11 items-center">
            <SlotPart name="catalog/category-menu" loading={<Skeleton className="h-11 w-11 md:w-32" />} />
          </nav>
          <div className="min-h-11 min-w-0 flex-1">
            <SlotPart
              name="catalog/search-box"
              query={query}
              loading={<Skeleton className="h-11 w-full rounded-md" />}
            />
          </div>
        </div>
        <div className="flex min-h-11 items-center justify-end gap-1">
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
