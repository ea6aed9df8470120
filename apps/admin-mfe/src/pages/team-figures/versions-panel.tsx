import type { TeamFunnel, TeamUsage, VersionUsage } from '@plaza/contracts';
import { CsvButton } from '@plaza/ui/csv-button';
import { type Column, DataTable } from '@plaza/ui/data-table';
import { formatCount, formatShare } from '@plaza/ui/format';
import { EmptyState } from '@plaza/ui/states';
import { FigurePanel } from '../../figures/figure-panel.tsx';
import { figureMessages } from '../../figures/messages.ts';
import { formatMoment } from '../../shared/when.ts';
import { failureRate, formatRate } from './failure-rate.ts';
import { teamFiguresMessages as texts } from './messages.ts';

export interface VersionsPanelProps {
  usage: TeamUsage | null;
  funnel: TeamFunnel | null;
  csvName: string;
}

/** Each version: since when, how much it is used, how often it fails, and how many of its sessions buy. */
export function VersionsPanel({ usage, funnel, csvName }: VersionsPanelProps) {
  const boughtShareOf = (version: string): number | null => {
    const steps = funnel?.versions.find((row) => row.version === version);
    return steps && steps.sessions > 0 ? steps.confirmed / steps.sessions : null;
  };
  const write = (value: number | null, format: (value: number) => string) =>
    value === null ? figureMessages.none : format(value);
  const columns: Column<VersionUsage>[] = [
    { id: 'version', header: texts.version, primary: true, cell: ({ version }) => version },
    {
      id: 'firstSeen',
      header: texts.firstSeen,
      className: 'whitespace-nowrap',
      cell: ({ firstSeenAt }) => <time dateTime={firstSeenAt}>{formatMoment(firstSeenAt)}</time>,
    },
    {
      id: 'pageViews',
      header: texts.pageViews,
      align: 'end',
      cell: ({ pageViews }) => formatCount(pageViews),
    },
    { id: 'visitors', header: texts.visitors, align: 'end', cell: ({ visitors }) => formatCount(visitors) },
    { id: 'sessions', header: texts.sessions, align: 'end', cell: ({ sessions }) => formatCount(sessions) },
    {
      id: 'failureRate',
      header: texts.failureRate,
      align: 'end',
      cell: (row) => write(failureRate(row), formatRate),
    },
    {
      id: 'conversion',
      header: texts.conversion,
      align: 'end',
      cell: ({ version }) => write(boughtShareOf(version), formatShare),
    },
  ];
  return (
    <FigurePanel
      title={texts.versions}
      text={texts.versionsText}
      data={usage}
      aside={({ versions }) => (
        <CsvButton
          of={texts.versions}
          fileName={`${csvName}-versions`}
          head={columns.map((column) => column.header)}
          rows={versions.map((row) => [
            row.version,
            row.firstSeenAt,
            row.pageViews,
            row.visitors,
            row.sessions,
            failureRate(row)?.toFixed(2) ?? '',
            boughtShareOf(row.version)?.toFixed(4) ?? '',
          ])}
        />
      )}
    >
      {({ versions }) => (
        <DataTable
          caption={texts.versions}
          columns={columns}
          rows={versions}
          rowKey={({ version }) => version}
          empty={<EmptyState compact title={texts.noVersionsTitle} text={texts.noVersionsText} />}
        />
      )}
    </FigurePanel>
  );
}
