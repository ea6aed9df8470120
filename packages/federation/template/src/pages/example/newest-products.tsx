import { useHost } from '@plaza/federation/host';
import { AppLink, paths } from '@plaza/navigation';
import { linkClass } from '@plaza/ui/button';
import { LoadingLabel, SkeletonText } from '@plaza/ui/skeleton';
import { EmptyState, ErrorState } from '@plaza/ui/states';
import { useQuery } from '@tanstack/react-query';
import { exampleMessages as texts } from './messages.ts';

/** Fetched by the browser, when the page is there already. */
export function NewestProducts() {
  return (
    <section aria-labelledby="newest" className="flex flex-col gap-3">
      <h2 id="newest" className="font-semibold text-ink text-xl">
        {texts.newest}
      </h2>
      <ProductList />
    </section>
  );
}

function ProductList() {
  const { api } = useHost();
  const { data, isError, isFetching, refetch } = useQuery(api.catalog.home.queryOptions());
  if (isError)
    return <ErrorState compact title={texts.newestFailed} onRetry={refetch} retrying={isFetching} />;
  if (!data)
    return (
      <>
        <LoadingLabel label={texts.newestLoading} />
        <SkeletonText lines={4} />
      </>
    );
  if (data.newest.length === 0) return <EmptyState compact title={texts.newestEmpty} />;
  return (
    <ul className="flex flex-col gap-1">
      {data.newest.map(({ id, slug, title }) => (
        <li key={id}>
          <AppLink href={paths.product(slug)} className={`${linkClass} inline-block py-1.5`}>
            {title}
          </AppLink>
        </li>
      ))}
    </ul>
  );
}
