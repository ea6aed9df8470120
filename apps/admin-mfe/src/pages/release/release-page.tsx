import type { PageProps } from '@plaza/federation/remote';
import { AppLink, paths, useNavigation } from '@plaza/navigation';
import { linkClass } from '@plaza/ui/button';
import { lazy, useState } from 'react';
import { ChartsPlace } from '../../figures/charts-place.tsx';
import { AdminFrame, NothingToSee } from '../../shared/admin-frame.tsx';
import { releaseMessages as texts } from '../releases/messages.ts';
import { DiffDrawer } from './diff-drawer.tsx';
import { GuardPanel } from './guard-panel.tsx';
import { HistoryPanel } from './history-panel.tsx';
import type { ReleaseData } from './load-release.ts';
import { MembersPanel } from './members-panel.tsx';
import { ReleasesPanel } from './releases-panel.tsx';
import { StepDialog } from './step-dialog.tsx';
import { TokensPanel } from './tokens-panel.tsx';
import { TrafficPanel } from './traffic-panel.tsx';
import type { WantedStep } from './wanted-step.ts';

const HealthCharts = lazy(() => import('./health-charts.tsx'));

/** One frontend: what visitors get of it, how it does, its releases, and who did what. */
export function ReleasePage({ data, params, search }: PageProps<ReleaseData>) {
  const { open } = useNavigation();
  const [wanted, setWanted] = useState<WantedStep | null>(null);
  if (typeof data === 'string')
    return <NothingToSee why={data} returnTo={paths.adminRelease(params.frontend ?? '')} />;
  const { rollout, releases, changes, members, mayChangeMembers, tokens, health, diff, period, today } = data;
  const { frontend, canary, isOwn } = rollout;
  return (
    <AdminFrame section="releases" title={rollout.title} aside={rollout.team}>
      <div className="flex flex-col gap-6">
        <TrafficPanel rollout={rollout} onStep={setWanted} />
        {canary && <GuardPanel canary={canary} />}
        {health && (
          <section aria-label={texts.health} className="flex flex-col gap-4">
            <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
              <h2 className="text-lg font-semibold">{texts.health}</h2>
              <AppLink href={paths.adminTeamFigures({ frontend })} className={linkClass}>
                {texts.moreFigures}
              </AppLink>
              <p className="w-full text-sm text-ink-muted">{texts.healthText}</p>
            </div>
            <ChartsPlace className="h-180 lg:h-90">
              <HealthCharts
                health={health}
                changes={changes}
                period={period}
                today={today}
                csvName={`plaza-${frontend}`}
              />
            </ChartsPlace>
          </section>
        )}
        <ReleasesPanel rollout={rollout} releases={releases} onStep={setWanted} />
        <HistoryPanel changes={changes} />
        <MembersPanel frontend={frontend} members={members} mayChange={mayChangeMembers} />
        {isOwn && <TokensPanel frontend={frontend} tokens={tokens} />}
        <p>
          <AppLink href={paths.adminReleases()} className={linkClass}>
            {texts.all}
          </AppLink>
        </p>
      </div>
      <StepDialog frontend={frontend} wanted={wanted} onClose={() => setWanted(null)} />
      <DiffDrawer
        version={search.compare}
        from={rollout.stable?.version}
        diff={diff}
        onClose={() => void open(paths.adminRelease(frontend), { keepScroll: true })}
      />
    </AdminFrame>
  );
}
