import clsx from 'clsx';
import type { ReactElement, ReactNode } from 'react';
import { ResponsiveContainer } from 'recharts';
import type { ChartFrameProps } from './chart-frame.tsx';
import { axisWidth, labelWidth, type TrendPoint, type ValueFormat } from './chart-series.ts';
import * as messages from './messages.ts';
import { Skeleton } from './skeleton.tsx';

/** What every chart of values takes. */
export interface ChartBase
  extends Omit<ChartFrameProps, 'legend' | 'tableHead' | 'tableRows' | 'csvRows' | 'children'> {
  format: ValueFormat;
  /** What is measured: "Revenue". Names the line and the column of the table. */
  valueLabel: string;
  periodLabel?: string | undefined;
  heightPx?: number | undefined;
}

export const CHART_HEIGHT_PX = 260;
export const BEFORE_DASHES = '2 5';
export const OPEN_DASHES = '5 5';

const tick = { fill: 'var(--plaza-ink-muted)', fontSize: 12 };
const axis = { tickLine: false, axisLine: false, tick } as const;
export const chartMargin = { top: 8, right: 0, bottom: 0, left: 0 };

/** As wide as there is room, and as high as it is told. */
export function ChartBox({ heightPx, children }: { heightPx: number; children: ReactElement }) {
  return (
    <div className="w-full text-xs" style={{ height: heightPx }}>
      <ResponsiveContainer initialDimension={{ width: 640, height: heightPx }}>
        {children}
      </ResponsiveContainer>
    </div>
  );
}

/** The axis of days: as many labels at equal steps as there is room for, today's among them. */
export const pointAxis = (points: readonly TrendPoint[]) => ({
  ...axis,
  dataKey: 'label',
  tickMargin: 8,
  minTickGap: 24,
  interval: 'equidistantPreserveEnd' as const,
  padding: { right: labelWidth(points.at(-1)?.label ?? '') / 2 },
});

/** The axis of values: as wide as its longest number, from its first tick to its last. */
export const valueAxis = (ticks: readonly number[], format: ValueFormat) => {
  const top = ticks.at(-1) ?? 0;
  const write = (value: number) => format.short(value, top);
  return {
    ...axis,
    width: axisWidth(ticks.map(write)),
    ticks: [...ticks],
    interval: 0,
    domain: [ticks[0] ?? 0, top],
    tickFormatter: write,
  };
};

/** In place of a chart without a single value, as high as that would be. */
export function NoValues({ heightPx }: { heightPx: number }) {
  return (
    <p
      className="grid place-items-center rounded-md bg-surface-sunken text-sm text-ink-muted"
      style={{ height: heightPx }}
    >
      {messages.chartNothing}
    </p>
  );
}

interface Pointed {
  active: boolean;
  payload: readonly { payload?: unknown }[];
}

/**
 * What a tooltip says of the point that is pointed at: its row of the table behind the chart.
 * @param rows what the chart draws, in the order of the table's rows
 * @param notes what happened there, in the same order
 */
export const tooltipOver =
  (
    rows: readonly unknown[],
    head: readonly string[],
    table: readonly (readonly string[])[],
    notes: readonly (readonly string[])[] = [],
  ) =>
  ({ active, payload }: Pointed) => {
    const place = rows.indexOf(payload[0]?.payload);
    const [title, ...values] = (active && table[place]) || [];
    if (title === undefined) return null;
    const lines = values.map((value, column) => ({ name: head[column + 1] ?? '', value }));
    return <ChartTooltip title={title} lines={lines} notes={notes[place] ?? []} />;
  };

interface ChartTooltipProps {
  title: ReactNode;
  lines: readonly { name: string; value: string }[];
  notes: readonly string[];
}

function ChartTooltip({ title, lines, notes }: ChartTooltipProps) {
  return (
    <div className="rounded-sm border border-line bg-surface-raised px-3 py-2 text-sm text-ink shadow-raised">
      <p className="font-medium">{title}</p>
      {lines.map((line) => (
        <p key={line.name} className="flex justify-between gap-6 text-ink-muted">
          {line.name} <span className="text-ink tabular-nums">{line.value}</span>
        </p>
      ))}
      {notes.length > 0 && (
        <ul className="mt-2 flex max-w-72 flex-col gap-1 border-t border-line pt-2 text-wrap wrap-anywhere">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** As large as a chart to come, so that nothing moves. */
export function ChartSkeleton({
  heightPx = CHART_HEIGHT_PX,
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

/** Slanted lines to fill with. */
export function Hatch({ id, colour }: { id: string; colour: string }) {
  return (
    <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <path d="M0 0v6" stroke={colour} strokeWidth="3" />
    </pattern>
  );
}
