import type { SellerStock, StockState } from '@plaza/contracts';
import { useHost } from '@plaza/federation/host';
import { StatusBadge, type Tone } from '@plaza/ui/badge';
import { type Column, DataTable } from '@plaza/ui/data-table';
import { formatCount } from '@plaza/ui/format';
import { ShowAll } from '@plaza/ui/show-all';
import { EmptyState } from '@plaza/ui/states';
import { useQuery } from '@tanstack/react-query';
import { dashboardMessages as texts } from './messages.ts';
import { Panel } from './panel.tsx';

type Variant = SellerStock['variants'][number];
const SHOWN_VARIANTS = 5;
const TONES: Record<StockState, Tone> = {
  sold_out: 'danger',
  low: 'warning',
  enough: 'positive',
  not_selling: 'neutral',
};
const STATES = ['sold_out', 'low', 'enough', 'not_selling'] as const satisfies readonly StockState[];

/** How long each variant lasts; what runs out first comes first. */
export function StockPanel({ fileDay }: { fileDay: string }) {
  const { api } = useHost();
  const query = useQuery(api.analytics.seller.stock.queryOptions(undefined, { retry: false }));
  return (
    <Panel<SellerStock>
      title={texts.stock}
      note={texts.stockNote}
      query={query}
      fileName={`stock-left-${fileDay}`}
      csv={({ variants }) => ({
        head: [texts.product, texts.variant, texts.state, texts.available, texts.unitsSold, texts.daysLeft],
        rows: variants.map((row) => [
          row.title,
          row.variantLabel,
          texts.stockStates[row.state],
          row.available,
          row.unitsSold,
          row.daysLeft ?? '',
        ]),
      })}
    >
      {({ counts, variants }) => (
        <>
          {variants.length > 0 && (
            <ul className="flex flex-wrap gap-x-5 gap-y-2 text-sm">
              {STATES.map((state) => (
                <li key={state} className="flex items-center gap-2 tabular-nums">
                  <StatusBadge tone={TONES[state]}>{texts.stockStates[state]}</StatusBadge>
                  {formatCount(counts[state])}
                </li>
              ))}
            </ul>
          )}
          <ShowAll rows={variants} first={SHOWN_VARIANTS}>
            {(shown) => (
              <DataTable
                caption={texts.stock}
                columns={columns}
                rows={shown}
                rowKey={(row) => row.variantId}
                empty={<EmptyState compact title={texts.noStockTitle} text={texts.noStockText} />}
              />
            )}
          </ShowAll>
          {sum(counts) > variants.length && (
            <p className="text-sm text-ink-muted">{texts.stockMore(variants.length)}</p>
          )}
        </>
      )}
    </Panel>
  );
}

const sum = (counts: SellerStock['counts']) => STATES.reduce((total, state) => total + counts[state], 0);

const columns: Column<Variant>[] = [
  {
    id: 'variant',
    header: texts.variant,
    primary: true,
    className: 'wrap-anywhere',
    cell: ({ title, variantLabel }) => (
      <span>
        {title}
        {variantLabel !== '' && (
          <span className="block text-sm font-normal text-ink-muted">{variantLabel}</span>
        )}
      </span>
    ),
  },
  { id: 'available', header: texts.available, align: 'end', cell: ({ available }) => formatCount(available) },
  { id: 'sold', header: texts.unitsSold, align: 'end', cell: ({ unitsSold }) => formatCount(unitsSold) },
  {
    id: 'left',
    header: texts.daysLeft,
    align: 'end',
    cell: ({ state, daysLeft }) =>
      state === 'enough' ? (
        texts.lasts(daysLeft ?? 0)
      ) : (
        <StatusBadge tone={TONES[state]}>
          {state === 'low' ? texts.lasts(daysLeft ?? 0) : texts.stockStates[state]}
        </StatusBadge>
      ),
  },
];
