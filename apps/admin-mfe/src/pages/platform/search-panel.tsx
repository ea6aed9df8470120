import type { Period, QueryCount, SearchQuality, SearchTotals } from '@plaza/contracts';
import { CsvButton } from '@plaza/ui/csv-button';
import { type Column, DataTable } from '@plaza/ui/data-table';
import { formatCount, formatShare } from '@plaza/ui/format';
import { StatTile } from '@plaza/ui/stat-tile';
import { EmptyState } from '@plaza/ui/states';
import { lazy } from 'react';
import { ChartsPlace } from '../../figures/charts-place.tsx';
import { FigurePanel } from '../../figures/figure-panel.tsx';
import { figureMessages } from '../../figures/messages.ts';
import { platformMessages as texts } from './messages.ts';
import { clickRate, emptyRate } from './search-rates.ts';

const SearchChart = lazy(() => import('./search-chart.tsx'));

const columns: Column<QueryCount>[] = [
  {
    id: 'query',
    header: texts.query,
    primary: true,
    className: 'wrap-anywhere',
    cell: ({ query }) => query,
  },
  {
    id: 'empty',
    header: texts.timesEmpty,
    align: 'end',
    cell: ({ emptySearches }) => formatCount(emptySearches),
  },
  { id: 'searches', header: texts.searches, align: 'end', cell: ({ searches }) => formatCount(searches) },
];

export interface SearchPanelProps {
  quality: SearchQuality | null;
  period: Period;
  today: string;
  csvName: string;
}

/** How well search serves, and what it had nothing for. */
export function SearchPanel({ quality, period, today, csvName }: SearchPanelProps) {
  return (
    <FigurePanel title={texts.search} text={texts.searchText} data={quality}>
      {({ totals, before, byDay, emptyQueries }) => (
        <div className="flex flex-col gap-8">
          <Tiles totals={totals} before={before} />
          <div className="grid items-start gap-8 xl:grid-cols-2">
            <ChartsPlace className="h-85">
              <SearchChart byDay={byDay} period={period} today={today} csvName={csvName} />
            </ChartsPlace>
            <div className="flex flex-col gap-2">
              <div className="flex items-baseline justify-between gap-4">
                <h3 className="text-lg font-semibold">{texts.emptyQueries}</h3>
                <CsvButton
                  of={texts.emptyQueries}
                  fileName={`${csvName}-empty-searches`}
                  head={columns.map((column) => column.header)}
                  rows={emptyQueries.map(({ query, emptySearches, searches }) => [
                    query,
                    emptySearches,
                    searches,
                  ])}
                />
              </div>
              <DataTable
                caption={texts.emptyQueries}
                columns={columns}
                rows={emptyQueries}
                rowKey={({ query }) => query}
                empty={<EmptyState compact title={texts.noEmptyTitle} text={texts.noEmptyText} />}
              />
            </div>
          </div>
        </div>
      )}
    </FigurePanel>
  );
}

function Tiles({ totals, before }: { totals: SearchTotals; before: SearchTotals }) {
  const tile = (
    label: string,
    of: (totals: SearchTotals) => number | null,
    write: (value: number) => string,
    goodWhen?: 'down',
  ) => {
    const [now, then] = [of(totals), of(before)];
    return (
      <StatTile
        label={label}
        value={now === null ? figureMessages.none : write(now)}
        compare={now !== null && then !== null ? { now, before: then } : undefined}
        goodWhen={goodWhen}
        againstLabel={figureMessages.against}
      />
    );
  };
  return (
    <div className="grid grid-cols-2 gap-4 lg:grid-cols-4">
      {tile(texts.searches, (sum) => sum.searches, formatCount)}
      {tile(texts.emptyRate, emptyRate, formatShare, 'down')}
      {tile(texts.clickRate, clickRate, formatShare)}
      {tile(
        texts.meanPosition,
        (sum) => sum.meanPosition,
        (position) => position.toFixed(1),
        'down',
      )}
    </div>
  );
}
