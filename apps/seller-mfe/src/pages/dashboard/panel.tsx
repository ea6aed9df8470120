import type { Period } from '@plaza/contracts';
import { Card } from '@plaza/ui/card';
import { CsvButton, type CsvTable } from '@plaza/ui/csv-button';
import { LoadingLabel, Skeleton } from '@plaza/ui/skeleton';
import { ErrorState } from '@plaza/ui/states';
import clsx from 'clsx';
import { type ReactNode, useId } from 'react';
import { dashboardMessages as texts } from './messages.ts';

/** As much of a query as a panel needs. */
export interface PanelQuery<Data> {
  data: Data | undefined;
  isError: boolean;
  isFetching: boolean;
  refetch: () => unknown;
}

export interface PanelProps<Data> {
  title: string;
  /** What the figures mean. */
  note?: string | undefined;
  query: PanelQuery<Data>;
  /** What is shown, as a file; null when nothing is. */
  csv?: ((data: Data) => Omit<CsvTable, 'fileName'> | null) | undefined;
  fileName?: string | undefined;
  className?: string | undefined;
  children: (data: Data) => ReactNode;
}

/** What a panel of a period is about. */
export interface PeriodPanelProps {
  period: Period;
  /** Whether all of the period before is known, so that it can be compared with. */
  comparable: boolean;
}

/** One part of the dashboard, which loads and fails by itself. */
export function Panel<Data>(props: PanelProps<Data>) {
  const { title, note, query, csv, fileName, className, children } = props;
  const titleId = useId();
  const { data } = query;
  const table = data === undefined ? null : (csv?.(data) ?? null);
  return (
    <section aria-labelledby={titleId} className={clsx('grid min-w-0', className)}>
      <Card className="flex min-w-0 flex-col gap-5">
        <div>
          <div className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-6">
            <h2 id={titleId} className="text-lg font-semibold">
              {title}
            </h2>
            {table && fileName && <CsvButton fileName={fileName} of={title} {...table} />}
          </div>
          {note && <p className="mt-1 max-w-prose text-sm text-ink-muted">{note}</p>}
        </div>
        {data !== undefined && children(data)}
        {data === undefined &&
          (query.isError ? (
            <ErrorState
              compact
              title={texts.panelErrorTitle}
              onRetry={() => void query.refetch()}
              retrying={query.isFetching}
            />
          ) : (
            <>
              <LoadingLabel label={texts.loadingPanel(title)} />
              <Skeleton className="h-48 w-full" />
            </>
          ))}
      </Card>
    </section>
  );
}
