import type { SellerDashboard } from '@plaza/contracts';
import { useHost } from '@plaza/federation/host';
import type { PageProps } from '@plaza/federation/remote';
import { AppLink, paths } from '@plaza/navigation';
import { ErrorState } from '@plaza/ui/states';
import { useQuery } from '@tanstack/react-query';
import clsx from 'clsx';
import { messages } from '../../messages.ts';
import { SellerRights } from '../../shared/rights.tsx';
import { NotSelling, SellerFrame } from '../../shared/seller-frame.tsx';
import { Charts } from './charts-section.tsx';
import { DASHBOARD_DAYS, type DashboardDays, daysOf, longerPeriod } from './dashboard-days.ts';
import { KeyFigures } from './key-figures.tsx';
import { LiveNote } from './live-note.tsx';
import type { DashboardData } from './load-dashboard.ts';
import { TopProducts } from './top-products.tsx';

const texts = messages.dashboard;
/** A sale is to be seen within five seconds of its payment. */
const REFRESH_MS = 2_000;
const COMPARISON_STALE_MS = 60_000;

/** How the store is doing, as of now. */
export function DashboardPage({ data, search }: PageProps<DashboardData>) {
  if (data === null) return <NotSelling />;
  return (
    <SellerRights permissions={data.permissions}>
      <Dashboard loaded={data.dashboard} days={daysOf(search)} />
    </SellerRights>
  );
}

function Dashboard({ loaded, days }: { loaded: SellerDashboard | null; days: DashboardDays }) {
  const { api } = useHost();
  const query = useQuery({
    ...api.analytics.sellerDashboard.queryOptions({ days }),
    ...(loaded && { initialData: loaded }),
    // Only while the tab is looked at: a query does not refetch in the background.
    refetchInterval: REFRESH_MS,
    refetchOnWindowFocus: true,
    retry: false,
  });
  const longer = longerPeriod(days);
  const comparison = useQuery({
    ...api.analytics.sellerDashboard.queryOptions({ days: longer ?? days }),
    enabled: longer !== null,
    staleTime: COMPARISON_STALE_MS,
  });
  const dashboard: SellerDashboard | undefined = query.data;
  return (
    <SellerFrame
      section="dashboard"
      title={texts.title}
      aside={dashboard && <LiveNote asOf={dashboard.asOf} failed={query.isError} />}
      actions={<PeriodChoice days={days} />}
    >
      {!dashboard && query.isError ? (
        <ErrorState
          title={texts.errorTitle}
          text={texts.errorText}
          onRetry={() => void query.refetch()}
          retrying={query.isFetching}
        />
      ) : (
        <div className="flex flex-col gap-6">
          <KeyFigures dashboard={dashboard} />
          <Charts dashboard={dashboard} longer={longer === null ? null : (comparison.data?.byDay ?? null)} />
          {dashboard && <TopProducts dashboard={dashboard} />}
          <p className="text-sm text-ink-muted">{texts.utc}</p>
        </div>
      )}
    </SellerFrame>
  );
}

function PeriodChoice({ days }: { days: DashboardDays }) {
  return (
    <nav aria-label={texts.period}>
      <ul className="flex rounded-md border border-line bg-surface p-1">
        {DASHBOARD_DAYS.map((choice) => (
          <li key={choice}>
            <AppLink
              href={paths.sellerDashboard({ days: choice })}
              keepScroll
              replace
              aria-current={choice === days ? 'page' : undefined}
              className={clsx(
                'inline-flex min-h-9 items-center rounded-sm px-4 text-sm font-medium no-underline transition-colors',
                choice === days ? 'bg-ink text-ink-inverse' : 'text-ink-muted hover:text-ink',
              )}
            >
              {texts.days(choice)}
            </AppLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
