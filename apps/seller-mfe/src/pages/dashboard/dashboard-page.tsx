import { dayOf, readPeriod, type SellerSales } from '@plaza/contracts';
import { useHost } from '@plaza/federation/host';
import type { PageProps } from '@plaza/federation/remote';
import { ErrorState } from '@plaza/ui/states';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { SellerRights } from '../../shared/rights.tsx';
import { NotSelling, SellerFrame } from '../../shared/seller-frame.tsx';
import { Charts } from './charts-section.tsx';
import { CustomersPanels } from './customers-panel.tsx';
import { DashboardPeriod } from './dashboard-period.tsx';
import { DaysPanel } from './days-panel.tsx';
import { FunnelPanel } from './funnel-panel.tsx';
import { KeyFigures } from './key-figures.tsx';
import { LiveLine } from './live-line.tsx';
import type { DashboardData } from './load-dashboard.ts';
import { dashboardMessages as texts } from './messages.ts';
import { ProductsPanel } from './products-panel.tsx';
import { ReportPanel } from './report-panel.tsx';
import { ReturnsPanel } from './returns-panel.tsx';
import { SourcesPanel } from './sources-panel.tsx';
import { StockPanel } from './stock-panel.tsx';
import { isBeforeKnown } from './trends.ts';

/** Views come without sales: the figures are read again now and then, sold or not. */
const REFRESH_MS = 60_000;

/** How the store is doing, as of now. */
export function DashboardPage({ data, search }: PageProps<DashboardData>) {
  if (data === null) return <NotSelling />;
  return (
    <SellerRights permissions={data.permissions}>
      <Dashboard loaded={data} search={search} />
    </SellerRights>
  );
}

interface DashboardProps {
  loaded: NonNullable<DashboardData>;
  search: Readonly<Record<string, string>>;
}

function Dashboard({ loaded, search }: DashboardProps) {
  const { api } = useHost();
  // Changes with the day only: a page that stands open over midnight moves on.
  const [madeAt, setMadeAt] = useState(loaded.madeAt);
  const now = new Date(madeAt);
  const period = readPeriod(search, now);
  const sales = useQuery({
    ...api.analytics.seller.sales.queryOptions(period),
    ...(loaded.sales && isSame(loaded.sales.period, period) && { initialData: loaded.sales }),
    refetchInterval: REFRESH_MS,
    refetchOnWindowFocus: true,
    retry: false,
  });
  const figures: SellerSales | undefined = sales.data;
  const compared = { period, comparable: figures !== undefined && isBeforeKnown(figures) };
  return (
    <SellerFrame
      section="dashboard"
      title={texts.title}
      aside={<LiveLine loaded={loaded.live} period={period} madeAt={madeAt} onNewDay={setMadeAt} />}
      actions={<DashboardPeriod period={period} now={now} />}
    >
      {!figures && sales.isError ? (
        <ErrorState
          title={texts.errorTitle}
          text={texts.errorText}
          onRetry={() => void sales.refetch()}
          retrying={sales.isFetching}
        />
      ) : (
        <div className="flex flex-col gap-4">
          <KeyFigures sales={figures} />
          <Charts sales={figures} />
          <div className="grid gap-4 lg:grid-cols-3">
            <FunnelPanel {...compared} />
            <SourcesPanel period={period} className="lg:col-span-2" />
          </div>
          <ProductsPanel {...compared} />
          <DaysPanel query={sales} />
          <StockPanel fileDay={dayOf(now)} />
          <ReturnsPanel {...compared} now={now} />
          <div className="grid gap-4 lg:grid-cols-3">
            <CustomersPanels {...compared} day={dayOf(now)} />
          </div>
          <ReportPanel />
          <p className="text-sm text-ink-muted">{texts.utc}</p>
        </div>
      )}
    </SellerFrame>
  );
}

const isSame = (one: SellerSales['period'], other: SellerSales['period']): boolean =>
  one.from === other.from && one.to === other.to;
