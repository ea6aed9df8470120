import { useId } from 'react';
import { Bar, CartesianGrid, ComposedChart, Line, Tooltip, XAxis, YAxis } from 'recharts';
import { ChartFrame } from './chart-frame.tsx';
import {
  BEFORE_DASHES,
  CHART_HEIGHT_PX,
  type ChartBase,
  ChartBox,
  chartMargin,
  Hatch,
  NoValues,
  pointAxis,
  tooltipOver,
  valueAxis,
} from './chart-parts.tsx';
import { axisTicks, lowestOf, pointRows, type TrendPoint } from './chart-series.ts';
import * as messages from './messages.ts';

export interface BarChartProps extends ChartBase {
  bars: readonly TrendPoint[];
  beforeLabel?: string | undefined;
  soFarLabel?: string | undefined;
  /** Names the hatched bar in the legend: "Today, not over yet". */
  unfinishedLabel?: string | undefined;
}

/** Values side by side from zero, such as orders by day: the last is hatched while it is not over. */
export function BarChart(props: BarChartProps) {
  const { bars, format, valueLabel, heightPx = CHART_HEIGHT_PX, ...texts } = props;
  const {
    beforeLabel = messages.chartBefore,
    soFarLabel = messages.chartSoFar,
    unfinishedLabel = messages.chartUnfinished,
    ...frame
  } = texts;
  const hatchId = useId();
  const values = bars.flatMap((bar) => [bar.value ?? 0, bar.before ?? 0]);
  const ticks = axisTicks(Math.max(0, ...values), format.whole, lowestOf(bars), heightPx);
  const rows = bars.map((bar) => ({
    label: bar.label,
    settled: bar.partial ? null : bar.value,
    open: bar.partial ? bar.value : null,
    before: bar.before ?? null,
  }));
  const comparing = rows.some((row) => row.before !== null);
  const periodLabel = props.periodLabel ?? messages.chartPeriod;
  const dataRows = (write: (value: number) => string, gap: string) =>
    pointRows(bars, { write, soFarLabel, gap }).map((row) => (comparing ? row : row.slice(0, 2)));
  const tableHead = comparing ? [periodLabel, valueLabel, beforeLabel] : [periodLabel, valueLabel];
  const tableRows = dataRows(format.full, '–');
  return (
    <ChartFrame
      {...frame}
      legend={[
        { label: valueLabel, colour: COLOUR, patch: 'full' },
        ...(bars.at(-1)?.partial
          ? [{ label: unfinishedLabel, colour: COLOUR, patch: 'hatched' as const }]
          : []),
        ...(comparing ? [{ label: beforeLabel, colour: 'var(--plaza-chart-2)', dashes: BEFORE_DASHES }] : []),
      ]}
      tableHead={tableHead}
      tableRows={tableRows}
      csvRows={dataRows(format.plain, '')}
    >
      {bars.every(({ value }) => value === null) ? (
        <NoValues heightPx={heightPx} />
      ) : (
        <ChartBox heightPx={heightPx}>
          <ComposedChart data={rows} margin={chartMargin} title={props.title} desc={props.description}>
            <defs>
              <Hatch id={hatchId} colour={COLOUR} />
            </defs>
            <CartesianGrid vertical={false} stroke="var(--plaza-line)" />
            <XAxis {...pointAxis(bars)} />
            <YAxis {...valueAxis(ticks, format)} />
            <Tooltip
              cursor={{ fill: 'var(--plaza-surface-sunken)' }}
              isAnimationActive={false}
              content={tooltipOver(rows, tableHead, tableRows)}
            />
            <Bar dataKey="settled" stackId="value" {...bar} fill={COLOUR} />
            <Bar
              dataKey="open"
              stackId="value"
              {...bar}
              fill={`url(#${hatchId})`}
              stroke={COLOUR}
              strokeWidth={1}
            />
            <Line
              dataKey="before"
              type="monotone"
              dot={false}
              activeDot={false}
              isAnimationActive={false}
              stroke="var(--plaza-chart-2)"
              strokeWidth={1.5}
              strokeLinecap="round"
              strokeDasharray={BEFORE_DASHES}
            />
          </ComposedChart>
        </ChartBox>
      )}
    </ChartFrame>
  );
}

const COLOUR = 'var(--plaza-chart-1)';
const bar = { radius: [4, 4, 0, 0], maxBarSize: 40, isAnimationActive: false } as const satisfies {
  radius: [number, number, number, number];
  maxBarSize: number;
  isAnimationActive: boolean;
};
