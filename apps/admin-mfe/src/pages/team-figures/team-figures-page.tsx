import { SHELL } from '@plaza/contracts';
import type { PageProps } from '@plaza/federation/remote';
import { paths } from '@plaza/navigation';
import { lazy } from 'react';
import { ChartsPlace } from '../../figures/charts-place.tsx';
import { Unread } from '../../figures/figure-panel.tsx';
import { figureMessages } from '../../figures/messages.ts';
import { PeriodBar } from '../../figures/period-bar.tsx';
import { VitalsPanel } from '../../figures/vitals-panel.tsx';
import { AdminFrame, NothingToSee } from '../../shared/admin-frame.tsx';
import { ChangesPanel } from './changes-panel.tsx';
import { FailuresPanel } from './failures-panel.tsx';
import { FrontendChoice } from './frontend-choice.tsx';
import { FunnelPanel } from './funnel-panel.tsx';
import type { TeamFiguresData } from './load-team-figures.ts';
import { teamFiguresMessages as texts } from './messages.ts';
import { UsageTiles } from './usage-tiles.tsx';
import { VersionsPanel } from './versions-panel.tsx';

const TeamCharts = lazy(() => import('./team-charts.tsx'));

/** How one frontend does, and each of its versions. */
export function TeamFiguresPage({ data }: PageProps<TeamFiguresData>) {
  if (typeof data === 'string') return <NothingToSee why={data} returnTo={paths.adminTeamFigures()} />;
  const { period, today, frontend, counted, usage, vitals, funnel, failures, changes } = data;
  const csvName = `plaza-${frontend}-${period.from}-${period.to}`;
  return (
    <AdminFrame
      section="teamFigures"
      title={texts.title}
      aside={texts.text}
      actions={
        <PeriodBar
          period={period}
          today={today}
          hrefFor={paths.adminTeamFigures}
          otherParams={{ frontend }}
        />
      }
    >
      <div className="flex flex-col gap-4">
        <FrontendChoice frontend={frontend} counted={counted} period={period} today={today} usage={usage} />
        {usage === null ? (
          <Unread />
        ) : (
          <>
            <UsageTiles usage={usage} />
            <ChartsPlace className="h-550 lg:h-273">
              <TeamCharts
                usage={usage}
                vitals={vitals}
                changes={changes ?? []}
                period={period}
                today={today}
                csvName={csvName}
              />
            </ChartsPlace>
          </>
        )}
        {frontend !== SHELL && <ChangesPanel changes={changes} />}
        <VersionsPanel usage={usage} funnel={funnel} csvName={csvName} />
        <VitalsPanel
          report={vitals}
          partLabel={texts.version}
          order={usage?.versions.map(({ version }) => version)}
          csvName={`${csvName}-vitals`}
        />
        <FunnelPanel funnel={funnel} csvName={csvName} />
        <FailuresPanel failures={failures} csvName={csvName} />
        <p className="text-sm text-ink-muted">{figureMessages.utc}</p>
      </div>
    </AdminFrame>
  );
}
