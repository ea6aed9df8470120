import type { PageProps } from '@plaza/federation/remote';
import { paths } from '@plaza/navigation';
import { lazy } from 'react';
import { ChartsPlace } from '../../figures/charts-place.tsx';
import { Unread } from '../../figures/figure-panel.tsx';
import { figureMessages } from '../../figures/messages.ts';
import { PeriodBar } from '../../figures/period-bar.tsx';
import { VitalsPanel } from '../../figures/vitals-panel.tsx';
import { AdminFrame, NothingToSee } from '../../shared/admin-frame.tsx';
import { AudiencePanels } from './audience-panels.tsx';
import { CohortsPanel } from './cohorts-panel.tsx';
import type { PlatformData } from './load-platform.ts';
import { platformMessages as texts } from './messages.ts';
import { SalesTiles } from './sales-tiles.tsx';
import { SearchPanel } from './search-panel.tsx';
import { valueName } from './value-name.ts';

const SalesCharts = lazy(() => import('./sales-charts.tsx'));
const VitalsCharts = lazy(() => import('../../figures/vitals-charts.tsx'));

/** How the market as a whole does. */
export function PlatformPage({ data }: PageProps<PlatformData>) {
  if (typeof data === 'string') return <NothingToSee why={data} returnTo={paths.adminPlatform()} />;
  const { period, today, sales, quality, audience, vitals, cohorts } = data;
  const csvName = `plaza-market-${period.from}-${period.to}`;
  return (
    <AdminFrame
      section="platform"
      title={texts.title}
      aside={texts.text}
      actions={<PeriodBar period={period} today={today} hrefFor={paths.adminPlatform} />}
    >
      <div className="flex flex-col gap-4">
        {sales === null ? (
          <Unread />
        ) : (
          <>
            <SalesTiles sales={sales} />
            <ChartsPlace className="h-214 lg:h-105">
              <SalesCharts sales={sales} period={period} today={today} csvName={csvName} />
            </ChartsPlace>
          </>
        )}
        <CohortsPanel cohorts={cohorts} csvName={csvName} />
        <SearchPanel quality={quality} period={period} today={today} csvName={csvName} />
        <AudiencePanels audience={audience} csvName={csvName} />
        <VitalsPanel
          report={vitals}
          partLabel={texts.device}
          nameOf={(device) => valueName('device', device)}
          csvName={`${csvName}-vitals`}
        />
        {vitals !== null && vitals.vitals.length > 0 && (
          <ChartsPlace className="h-332 lg:h-164">
            <VitalsCharts report={vitals} period={period} today={today} csvName={csvName} />
          </ChartsPlace>
        )}
        <p className="text-sm text-ink-muted">{figureMessages.utc}</p>
      </div>
    </AdminFrame>
  );
}
