import { useId } from 'react';
import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceArea,
  ReferenceDot,
  ReferenceLine,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { ChartFrame } from './chart-frame.tsx';
import {
  BEFORE_DASHES,
  CHART_HEIGHT_PX,
  type ChartBase,
  ChartBox,
  chartMargin,
  Hatch,
  NoValues,
  OPEN_DASHES,
  pointAxis,
  tooltipOver,
  valueAxis,
} from './chart-parts.tsx';
import {
  axisTicks,
  highestOf,
  labelWidth,
  legibleMarkers,
  lowestOf,
  type Marker,
  pointRows,
  type TrendPoint,
  trendRows,
  unknownStretch,
} from './chart-series.ts';
import * as messages from './messages.ts';

export interface TrendChartProps extends ChartBase {
  points: readonly TrendPoint[];
  beforeLabel?: string | undefined;
  soFarLabel?: string | undefined;
  /** Names the dashed end in the legend: "Today, not over yet". */
  unfinishedLabel?: string | undefined;
  /** Names the stretch at the beginning that nothing is known of. */
  unknownLabel?: string | undefined;
  /** What happened at some of the points, such as a release. */
  markers?: readonly Marker[] | undefined;
}

/** A value over time, with the period before as a quiet line and an end that is not over yet dashed. */
export function TrendChart(props: TrendChartProps) {
  const { points, format, valueLabel, heightPx = CHART_HEIGHT_PX, markers = [], ...texts } = props;
  const {
    beforeLabel = messages.chartBefore,
    soFarLabel = messages.chartSoFar,
    unfinishedLabel = messages.chartUnfinished,
    unknownLabel = messages.chartUnknown,
    ...frame
  } = texts;
  const fillId = useId();
  const ticks = axisTicks(highestOf(points, format), format.whole, lowestOf(points), heightPx);
  const rows = trendRows(points, ticks.at(-1));
  const end = rows.at(-1);
  const comparing = rows.some((row) => row.before !== null);
  const isUnknown = points.every(({ value }) => value === null);
  const unknown = isUnknown ? null : unknownStretch(points);
  const periodLabel = props.periodLabel ?? messages.chartPeriod;
  const dataRows = (write: (value: number) => string, gap: string) =>
    pointRows(points, { write, soFarLabel, gap }).map((row) => (comparing ? row : row.slice(0, 2)));
  const tableHead = comparing ? [periodLabel, valueLabel, beforeLabel] : [periodLabel, valueLabel];
  const tableRows = dataRows(format.full, '–');
  return (
    <ChartFrame
      {...frame}
      legend={[
        { label: valueLabel, colour: 'var(--plaza-chart-1)' },
        ...(end?.settled === null && end.open !== null
          ? [{ label: unfinishedLabel, colour: 'var(--plaza-chart-1)', dashes: OPEN_DASHES }]
          : []),
        ...(comparing ? [{ label: beforeLabel, colour: 'var(--plaza-chart-2)', dashes: BEFORE_DASHES }] : []),
        ...(unknown
          ? [{ label: unknownLabel, colour: 'var(--plaza-line-strong)', patch: 'hatched' as const }]
          : []),
      ]}
      tableHead={tableHead}
      tableRows={tableRows}
      csvRows={dataRows(format.plain, '')}
    >
      {isUnknown ? (
        <NoValues heightPx={heightPx} />
      ) : (
        <ChartBox heightPx={heightPx}>
          <ComposedChart
            data={rows}
            margin={markers.length > 0 ? { ...chartMargin, top: MARKER_ROOM_PX } : chartMargin}
            title={props.title}
            desc={props.description}
          >
            <defs>
              <linearGradient id={fillId} x1="0" y1="0" x2="0" y2="1">
                <stop offset="0%" stopColor="var(--plaza-chart-1)" stopOpacity={0.16} />
                <stop offset="100%" stopColor="var(--plaza-chart-1)" stopOpacity={0} />
              </linearGradient>
              <Hatch id={`${fillId}-unknown`} colour="var(--plaza-line-strong)" />
            </defs>
            <CartesianGrid vertical={false} stroke="var(--plaza-line)" />
            <XAxis {...pointAxis(points)} />
            <YAxis {...valueAxis(ticks, format)} />
            {unknown && (
              <ReferenceArea
                x1={unknown.from}
                x2={unknown.to}
                fill={`url(#${fillId}-unknown)`}
                fillOpacity={0.5}
              />
            )}
            {legibleMarkers(markers, points).map(({ label, name }) => (
              <ReferenceLine
                key={label}
                x={label}
                stroke="var(--plaza-chart-3)"
                strokeDasharray="3 3"
                {...(name !== null && {
                  label: {
                    value: name,
                    position: 'top',
                    dx: nameShift(name, label, points),
                    fontSize: 11,
                    fill: 'var(--plaza-ink-muted)',
                  },
                })}
              />
            ))}
            <Tooltip
              cursor={{ stroke: 'var(--plaza-line-strong)', strokeWidth: 1 }}
              isAnimationActive={false}
              content={tooltipOver(rows, tableHead, tableRows, notesOf(markers, points))}
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
            {end?.settled === null && end.open !== null && (
              <ReferenceDot x={end.label} y={end.open} {...openDot} ifOverflow="extendDomain" />
            )}
          </ComposedChart>
        </ChartBox>
      )}
    </ChartFrame>
  );
}

const notesOf = (markers: readonly Marker[], points: readonly TrendPoint[]) =>
  points.map((point) => markers.flatMap(({ label, notes }) => (label === point.label ? notes : [])));

/** How far the name of a marker moves to stay inside of the chart: at its right end it ends at the line. */
const nameShift = (name: string, label: string, points: readonly TrendPoint[]): number =>
  points.findIndex((point) => point.label === label) > points.length * 0.8 ? -labelWidth(name) / 2 : 0;

/** For the names of markers, above what they mark. */
const MARKER_ROOM_PX = 22;
const still = { type: 'monotone', dot: false, isAnimationActive: false, strokeLinecap: 'round' } as const;
/** Hollow: more may come. */
const openDot = { r: 4, fill: 'var(--plaza-surface)', stroke: 'var(--plaza-chart-1)', strokeWidth: 2 };
const dot = { r: 4, fill: 'var(--plaza-chart-1)', stroke: 'var(--plaza-surface)', strokeWidth: 2 };
