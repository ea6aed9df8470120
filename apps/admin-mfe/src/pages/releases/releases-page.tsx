import type { Rollout } from '@plaza/contracts';
import type { PageProps } from '@plaza/federation/remote';
import { AppLink, paths } from '@plaza/navigation';
import { linkClass } from '@plaza/ui/button';
import { type Column, DataTable } from '@plaza/ui/data-table';
import { EmptyState } from '@plaza/ui/states';
import Rocket from 'lucide-react/icons/rocket';
import { AdminFrame, NothingToSee } from '../../shared/admin-frame.tsx';
import { InternalSwitch } from './internal-switch.tsx';
import type { ReleasesData } from './load-releases.ts';
import { releaseMessages as texts } from './messages.ts';
import { ReleaseName } from './release-name.tsx';
import { RolloutBadge } from './rollout-badge.tsx';

const columns: Column<Rollout>[] = [
  {
    id: 'frontend',
    header: texts.frontend,
    primary: true,
    className: 'align-top',
    cell: ({ frontend, title, team }) => (
      <span className="min-w-0 text-start">
        <AppLink href={paths.adminRelease(frontend)} className={linkClass}>
          {title}
        </AppLink>
        <span className="block text-sm font-normal text-ink-muted">{team}</span>
      </span>
    ),
  },
  {
    id: 'state',
    header: texts.state,
    className: 'align-top',
    cell: (rollout) => <RolloutBadge {...rollout} />,
  },
  {
    id: 'stable',
    header: texts.stable,
    className: 'align-top',
    cell: ({ stable }) => <ReleaseName release={stable} none={texts.noRelease} />,
  },
  {
    id: 'canary',
    header: texts.canary,
    className: 'align-top sm:min-w-56',
    cell: ({ canary }) => (
      <>
        <ReleaseName release={canary?.release ?? null} none={texts.noCanary} />
        {canary && <span className="block text-sm font-medium">{texts.audienceOf(canary.audience)}</span>}
      </>
    ),
  },
];

/** Every frontend: who owns it, what visitors get of it, how its canary does. */
export function ReleasesPage({ data }: PageProps<ReleasesData>) {
  if (typeof data === 'string') return <NothingToSee why={data} returnTo={paths.adminReleases()} />;
  return (
    <AdminFrame section="releases" title={texts.title} aside={texts.text}>
      <div className="flex flex-col gap-6">
        <DataTable
          caption={texts.title}
          columns={columns}
          rows={data.rollouts}
          rowKey={({ frontend }) => frontend}
          empty={<EmptyState title={texts.emptyTitle} text={texts.emptyText} icon={<Rocket size={28} />} />}
        />
        <InternalSwitch isJoined={data.isJoined} />
        {/* A fresh document of the shop. */}
        <a href="/?plaza-boundaries=on" className={linkClass}>
          {texts.boundaries}
        </a>
      </div>
    </AdminFrame>
  );
}
