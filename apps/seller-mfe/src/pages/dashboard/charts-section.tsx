import type { SellerSales } from '@plaza/contracts';
import { Card } from '@plaza/ui/card';
import { LoadingLabel, Skeleton } from '@plaza/ui/skeleton';
import { lazy, Suspense } from 'react';
import { dashboardMessages as texts } from './messages.ts';
import { useHydrated } from './use-hydrated.ts';

const SalesCharts = lazy(() => import('./sales-charts.tsx'));

/** The charts, whose library is fetched by the browser when the rest stands already. */
export function Charts({ sales }: { sales: SellerSales | undefined }) {
  const hydrated = useHydrated();
  if (!hydrated || !sales) return <ChartsLoading />;
  return (
    <Suspense fallback={<ChartsLoading />}>
      <SalesCharts sales={sales} />
    </Suspense>
  );
}

function ChartsLoading() {
  return (
    <div className="grid gap-4 lg:grid-cols-3">
      <LoadingLabel label={texts.loadingCharts} />
      <Card className="lg:col-span-3">
        <Skeleton className="h-95 w-full" />
      </Card>
      {['orders', 'visitors', 'conversion'].map((chart) => (
        <Card key={chart}>
          <Skeleton className="h-75 w-full" />
        </Card>
      ))}
    </div>
  );
}
