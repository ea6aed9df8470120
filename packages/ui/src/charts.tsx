import clsx from 'clsx';
import { useId } from 'react';
import {
  Area,
  Bar,
  CartesianGrid,
  ComposedChart,
  Line,
  BarChart as RechartsBarChart,
  ReferenceDot,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { ChartFrame, type ChartFrameProps } from './chart-frame.tsx';
import {
  axisTicks,
  axisWidth,
  highestOf,
  type TrendPoint,
  trendRows,
  type ValueFormat,
} from './chart-series.ts';
import { messages } from './messages.ts';
import { Skeleton } from './skeleton.tsx';

export { countFormat, moneyFormat, shareFormat, type TrendPoint, type ValueFormat } from './chart-series.ts';

type FrameTexts = Omit<ChartFrameProps, 'legend' | 'tableHead' | 'tableRows' | 'children'>;

interface ChartBase extends FrameTexts {
  format: ValueFormat;
  /** What is measured: "Revenue". Names the line and the column of the table. */
  valueLabel: string;
  periodLabel?: string | undefined;
  heightPx?: number | undefined;
}

const HEIGHT_PX = 260;
const tick = { fill: 'var(--plaza-ink-muted)', fontSize: 12 };
const axis = { tickLine: false, axisLine: false, tick } as const;

export interface TrendChartProps extends ChartBase {
  points: readonly TrendPoint[];
  beforeLabel?: string | undefined;
  soFarLabel?: string | undefined;
  /** Names the dashed end in the legend: "Today, not over yet". */
  unfinishedLabel?: string | undefined;
}

/** A value over time, with the period before as a quiet line and an end that is not over yet dashed. */
export function TrendChart(props: TrendChartProps) {
  const { points, format, valueLabel, heightPx = HEIGHT_PX, ...texts } = props;
  const {
    beforeLabel = messages.chartBefore,
    soFarLabel = messages.chartSoFar,
    unfinishedLabel = messages.chartUnfinished,
    ...frame
  } = texts;
  const fillId = useId();
  const ticks = axisTicks(highestOf(points, format), format.whole);
  const rows = trendRows(points, ticks.at(-1));
  const end = rows.at(-1);
  const comparing = rows.some((row) => row.before !== null);
  const periodLabel = props.periodLabel ?? messages.chartPeriod;
  const nameOf = (point: TrendPoint) => (point.partial ? `${point.label} (${soFarLabel})` : point.label);
  return (
    <ChartFrame
      {...frame}
      legend={[
        { label: valueLabel, colour: 'var(--plaza-chart-1)' },
        ...(end?.settled === null
          ? [{ label: unfinishedLabel, colour: 'var(--plaza-chart-1)', dashes: OPEN_DASHES }]
          : []),
        ...(comparing ? [{ label: beforeLabel, colour: 'var(--plaza-chart-2)', dashes: BEFORE_DASHES }] : []),
      ]}
      tableHead={comparing ? [periodLabel, valueLabel, beforeLabel] : [periodLabel, valueLabel]}
      tableRows={points.map((point) => [
        nameOf(point),
        format.full(point.value),
        point.before == null ? '–' : format.full(point.before),
      ])}
    >
      <div className="w-full text-xs" style={{ height: heightPx }}>
        <ResponsiveContainer initialDimension={{ width: 640, height: heightPx }}>
          <ComposedChart
            data={rows}
            margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
            title={props.title}
            desc={props.description}
          >
            <defs>
              <linearGradient id={fillId} x1="0" y1="0" x2="0" y2="1">
                <stop offset="0%" stopColor="var(--plaza-chart-1)" stopOpacity={0.16} />
                <stop offset="100%" stopColor="var(--plaza-chart-1)" stopOpacity={0} />
              </linearGradient>
            </defs>
            <CartesianGrid vertical={false} stroke="var(--plaza-line)" />
            <XAxis dataKey="label" {...axis} tickMargin={8} minTickGap={36} />
            <YAxis
              {...axis}
              width={axisWidth(ticks.map(format.short))}
              ticks={ticks}
              domain={[0, ticks.at(-1) ?? 0]}
              tickFormatter={format.short}
            />
            <Tooltip
              cursor={{ stroke: 'var(--plaza-line-strong)', strokeWidth: 1 }}
              isAnimationActive={false}
              content={({ active, payload }) => {
                const row: unknown = payload[0]?.payload;
                const point = active ? points.find((_, index) => rows[index] === row) : undefined;
                if (!point) return null;
                const lines = [{ name: valueLabel, value: format.full(point.value) }];
                if (point.before != null) lines.push({ name: beforeLabel, value: format.full(point.before) });
                return <ChartTooltip title={nameOf(point)} lines={lines} />;
              }}
            />
            <Area dataKey="settled" {...still} stroke="none" fill={`url(#${fillId})`} activeDot={false} />
            <Line
              dataKey="before"
              {...still}
              stroke="var(--plaza-chart-2)"
              strokeWidth={1.5}
              strokeDasharray={BEFORE_DASHES}
              activeDot={false}
            />
            <Line
              dataKey="settled"
              {...still}
              stroke="var(--plaza-chart-1)"
              strokeWidth={2}
              activeDot={dot}
            />
            <Line
              dataKey="open"
              {...still}
              stroke="var(--plaza-chart-1)"
              strokeWidth={2}
              strokeDasharray={OPEN_DASHES}
              activeDot={dot}
            />
            {end?.settled === null && (
              <ReferenceDot x={end.label} y={end.open ?? 0} {...openDot} ifOverflow="extendDomain" />
            )}
          </ComposedChart>
        </ResponsiveContainer>
      </div>
    </ChartFrame>
  );
}

const still = { type: 'monotone', dot: false, isAnimationActive: false, strokeLinecap: 'round' } as const;
const BEFORE_DASHES = '2 5';
const OPEN_DASHES = '5 5';
/** Hollow: more may come. */
const openDot = { r: 4, fill: 'var(--plaza-surface)', stroke: 'var(--plaza-chart-1)', strokeWidth: 2 };
const dot = { r: 4, fill: 'var(--plaza-chart-1)', stroke: 'var(--plaza-surface)', strokeWidth: 2 };

export interface BarChartProps extends ChartBase {
  bars: readonly { label: string; value: number }[];
}

/** Values of a few named things side by side, such as orders by day or stages of a funnel. */
export function BarChart(props: BarChartProps) {
  const { bars, format, valueLabel, heightPx = HEIGHT_PX, ...frame } = props;
  const ticks = axisTicks(Math.max(0, ...bars.map((bar) => bar.value)), format.whole);
  return (
    <ChartFrame
      {...frame}
      tableHead={[props.periodLabel ?? messages.chartPeriod, valueLabel]}
      tableRows={bars.map((bar) => [bar.label, format.full(bar.value)])}
    >
      <div className="w-full text-xs" style={{ height: heightPx }}>
        <ResponsiveContainer initialDimension={{ width: 640, height: heightPx }}>
          <RechartsBarChart
            data={[...bars]}
            margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
            title={props.title}
            desc={props.description}
          >
            <CartesianGrid vertical={false} stroke="var(--plaza-line)" />
            <XAxis
              dataKey="label"
              {...axis}
              tickMargin={8}
              minTickGap={16}
              interval={bars.length <= 5 ? 0 : 'preserveEnd'}
            />
            <YAxis
              {...axis}
              width={axisWidth(ticks.map(format.short))}
              ticks={ticks}
              domain={[0, ticks.at(-1) ?? 0]}
              tickFormatter={format.short}
            />
            <Tooltip
              cursor={{ fill: 'var(--plaza-surface-sunken)' }}
              isAnimationActive={false}
              content={({ active, payload }) => {
                const row: unknown = payload[0]?.payload;
                const bar = active ? bars.find((candidate) => candidate === row) : undefined;
                if (!bar) return null;
                return (
                  <ChartTooltip
                    title={bar.label}
                    lines={[{ name: valueLabel, value: format.full(bar.value) }]}
                  />
                );
              }}
            />
            <Bar
              dataKey="value"
              fill="var(--plaza-chart-1)"
              radius={[5, 5, 0, 0]}
              maxBarSize={44}
              isAnimationActive={false}
            />
          </RechartsBarChart>
        </ResponsiveContainer>
      </div>
    </ChartFrame>
  );
}

function ChartTooltip({
  title,
  lines,
}: {
  title: string;
  lines: readonly { name: string; value: string }[];
}) {
  return (
    <div className="rounded-sm border border-line bg-surface-raised px-3 py-2 text-sm text-ink shadow-raised">
      <p className="font-medium">{title}</p>
      {lines.map((line) => (
        <p key={line.name} className="flex justify-between gap-6 text-ink-muted">
          {line.name} <span className="text-ink tabular-nums">{line.value}</span>
        </p>
      ))}
    </div>
  );
}

/** As large as a chart to come, so that nothing moves. */
export function ChartSkeleton({
  heightPx = HEIGHT_PX,
  className,
}: {
  heightPx?: number;
  className?: string;
}) {
  return (
    <div className={clsx('flex flex-col gap-4', className)}>
      <Skeleton className="h-6 w-32" />
      <div style={{ height: heightPx }}>
        <Skeleton className="size-full" />
      </div>
      <Skeleton className="h-5 w-40" />
    </div>
  );
}
