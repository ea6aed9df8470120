import type { PageProps } from '@plaza/federation/remote';
import { AppLink, paths } from '@plaza/navigation';
import { linkClass } from '@plaza/ui/button';
import { Card } from '@plaza/ui/card';
import { formatCount } from '@plaza/ui/format';
import { Panel } from '@plaza/ui/panel';
import { StatTile } from '@plaza/ui/stat-tile';
import { messages } from '../../messages.ts';
import { AdminFrame, NothingToSee } from '../../shared/admin-frame.tsx';
import { AuditTable } from '../../shared/audit-table.tsx';
import { alertMessages } from '../alerts/messages.ts';
import type { OverviewData } from './load-overview.ts';

const texts = messages.overview;
type Overview = Exclude<OverviewData, string>;

/** How many there are, what happened last, and where to go. */
export function OverviewPage({ data }: PageProps<OverviewData>) {
  if (typeof data === 'string') return <NothingToSee why={data} returnTo={paths.adminOverview()} />;
  return (
    <AdminFrame section="overview" title={texts.title} aside={texts.text}>
      <div className="flex flex-col gap-8">
        <Figures figures={data.figures} />
        <Ways openAlerts={data.openAlerts} />
        {data.log && <LatestEntries log={data.log} />}
      </div>
    </AdminFrame>
  );
}

function Figures({ figures }: { figures: Overview['figures'] }) {
  return (
    <section aria-label={texts.figures} className="grid grid-cols-2 gap-4 lg:grid-cols-4">
      <StatTile label={texts.accounts} value={formatCount(figures.accounts)} />
      <StatTile label={texts.newToday} value={formatCount(figures.newToday)} />
      <StatTile label={texts.sellers} value={formatCount(figures.sellers)} />
      <StatTile label={texts.suspended} value={formatCount(figures.suspended)} />
    </section>
  );
}

function Ways({ openAlerts }: { openAlerts: number }) {
  const ways = [
    { href: paths.adminPeople(), title: texts.toPeople, text: texts.toPeopleText },
    {
      href: paths.adminAlerts({ status: 'open' }),
      title: texts.toAlerts,
      text: alertMessages.openCount(openAlerts),
    },
    { href: paths.adminPeople({ role: 'admin' }), title: texts.toStaff, text: texts.toStaffText },
    {
      href: paths.adminPeople({ status: 'suspended' }),
      title: texts.toSuspended,
      text: texts.toSuspendedText,
    },
  ];
  return (
    <nav aria-label={texts.goTo}>
      <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        {ways.map(({ href, title, text }) => (
          <li key={href}>
            <Card className="relative h-full transition-colors hover:border-line-strong">
              <AppLink
                href={href}
                className="font-semibold text-ink no-underline after:absolute after:inset-0 after:rounded-lg focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-offset-2 focus-visible:after:outline-focus"
              >
                {title}
              </AppLink>
              <p className="mt-1 text-sm text-ink-muted">{text}</p>
            </Card>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function LatestEntries({ log }: { log: NonNullable<Overview['log']> }) {
  return (
    <Panel
      label={texts.lastEntries}
      title={texts.lastEntries}
      aside={
        <AppLink href={paths.adminAudit()} className={linkClass}>
          {texts.allEntries}
        </AppLink>
      }
    >
      {log.entries.length === 0 ? (
        <p className="text-ink-muted">{messages.audit.emptyTitle}</p>
      ) : (
        <AuditTable log={log} caption={texts.lastEntries} />
      )}
    </Panel>
  );
}
