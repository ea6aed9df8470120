import type { Period, SellerSources } from '@plaza/contracts';
import { useHost } from '@plaza/federation/host';
import { plainMoney } from '@plaza/ui/chart-series';
import { type Column, DataTable } from '@plaza/ui/data-table';
import { formatCount, formatMoney } from '@plaza/ui/format';
import { ShowAll } from '@plaza/ui/show-all';
import { EmptyState } from '@plaza/ui/states';
import { useQuery } from '@tanstack/react-query';
import { dashboardMessages as texts } from './messages.ts';
import { Panel } from './panel.tsx';
import { fileNameOf } from './trends.ts';

type Source = SellerSources['sources'][number];
const SHOWN_SOURCES = 5;

/** Where visitors and orders came from, by channel and campaign. */
export function SourcesPanel({ period, className }: { period: Period; className: string }) {
  const { api } = useHost();
  const query = useQuery(api.analytics.seller.sources.queryOptions(period, { retry: false }));
  return (
    <Panel<SellerSources>
      title={texts.sources}
      note={texts.sourcesNote}
      query={query}
      className={className}
      fileName={fileNameOf('sources', period)}
      csv={({ sources, currency }) => ({
        head: [texts.source, texts.campaign, texts.visitors, texts.orders, texts.sold],
        rows: sources.map((source) => [
          texts.channels[source.channel],
          source.campaign,
          source.visitors,
          source.orders,
          plainMoney(source.soldMinor, currency),
        ]),
      })}
    >
      {({ sources, currency }) => (
        <ShowAll rows={sources} first={SHOWN_SOURCES}>
          {(shown) => (
            <DataTable
              caption={texts.sources}
              columns={columnsOf(currency)}
              rows={shown}
              rowKey={({ channel, campaign }) => `${channel} ${campaign}`}
              empty={<EmptyState compact title={texts.noSourcesTitle} text={texts.noSourcesText} />}
            />
          )}
        </ShowAll>
      )}
    </Panel>
  );
}

const columnsOf = (currency: string): Column<Source>[] => [
  {
    id: 'source',
    header: texts.source,
    primary: true,
    className: 'wrap-anywhere',
    cell: ({ channel, campaign }) => (
      <span>
        {texts.channels[channel]}
        {campaign !== '' && <span className="block text-sm font-normal text-ink-muted">{campaign}</span>}
      </span>
    ),
  },
  {
    id: 'visitors',
    header: texts.visitors,
    align: 'end',
    cell: ({ channel, visitors }) => (channel === 'unmeasured' ? texts.none : formatCount(visitors)),
  },
  { id: 'orders', header: texts.orders, align: 'end', cell: ({ orders }) => formatCount(orders) },
  {
    id: 'sold',
    header: texts.sold,
    align: 'end',
    cell: ({ soldMinor }) => formatMoney(soldMinor, currency),
  },
];
