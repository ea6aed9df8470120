import type { SellerDashboard } from '@plaza/contracts';
import { Card } from '@plaza/ui/card';
import { LoadingLabel, Skeleton } from '@plaza/ui/skeleton';
import { lazy, Suspense } from 'react';
import { messages } from '../../messages.ts';
import { useHydrated } from './use-hydrated.ts';

const DashboardCharts = lazy(() => import('./dashboard-charts.tsx'));

export interface ChartsProps {
  dashboard: SellerDashboard | undefined;
  /** Days of a longer period, for the line of the period before. */
  longer: SellerDashboard['byDay'] | null;
}

/** The charts, whose library is fetched by the browser when the rest stands already. */
export function Charts({ dashboard, longer }: ChartsProps) {
  const hydrated = useHydrated();
  if (!hydrated || !dashboard) return <ChartsLoading />;
  return (
    <Suspense fallback={<ChartsLoading />}>
      <DashboardCharts dashboard={dashboard} longer={longer} />
    </Suspense>
  );
}

function ChartsLoading() {
  return (
    <div className="grid gap-4 lg:grid-cols-3">
      <LoadingLabel label={messages.dashboard.loadingCharts} />
      <Card className="lg:col-span-3">
        <Skeleton className="h-95 w-full" />
      </Card>
      {['orders', 'views', 'conversion'].map((chart) => (
        <Card key={chart}>
          <Skeleton className="h-75 w-full" />
        </Card>
      ))}
    </div>
  );
}
