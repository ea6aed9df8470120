import type { TeamFunnel, VersionFunnel } from '@plaza/contracts';
import { CsvButton } from '@plaza/ui/csv-button';
import { formatCount, formatShare } from '@plaza/ui/format';
import { HeatTable } from '@plaza/ui/heat-table';
import { EmptyState } from '@plaza/ui/states';
import { FigurePanel } from '../../figures/figure-panel.tsx';
import { teamFiguresMessages as texts } from './messages.ts';

const STEPS = ['viewed', 'addedToCart', 'checkedOut', 'confirmed'] as const;
const head = [texts.version, texts.steps.sessions, ...STEPS.map((step) => texts.steps[step])];

/** How far the sessions of each version came, version below version. */
export function FunnelPanel({ funnel, csvName }: { funnel: TeamFunnel | null; csvName: string }) {
  return (
    <FigurePanel
      title={texts.funnel}
      text={
        funnel && funnel.sampledEvery > 1
          ? `${texts.funnelText} ${texts.funnelSampled(funnel.sampledEvery)}`
          : texts.funnelText
      }
      data={funnel}
      aside={({ versions }) => (
        <CsvButton
          of={texts.funnel}
          fileName={`${csvName}-funnel`}
          head={head}
          rows={versions.map((row) => [row.version, row.sessions, ...STEPS.map((step) => row[step])])}
        />
      )}
    >
      {({ versions }) =>
        versions.length === 0 ? (
          <EmptyState compact title={texts.noVersionsTitle} text={texts.noVersionsText} />
        ) : (
          <HeatTable caption={texts.funnelTable} head={head} rows={versions.map(toRow)} />
        )
      }
    </FigurePanel>
  );
}

const toRow = (row: VersionFunnel) => ({
  label: row.version,
  size: formatCount(row.sessions),
  cells: STEPS.map((step) => {
    const share = row.sessions === 0 ? 0 : row[step] / row.sessions;
    return {
      share,
      text: formatShare(share),
      title: texts.stepCount(formatCount(row[step]), formatCount(row.sessions)),
    };
  }),
});
