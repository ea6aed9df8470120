import { StatusBadge } from '../src/badge.tsx';
import { BarChart } from '../src/bar-chart.tsx';
import { Card } from '../src/card.tsx';
import { countFormat, moneyFormat } from '../src/chart-series.ts';
import { DataTable } from '../src/data-table.tsx';
import { formatMoney } from '../src/format.ts';
import { HeatTable } from '../src/heat-table.tsx';
import { ShareBars } from '../src/share-bars.tsx';
import { StatTile } from '../src/stat-tile.tsx';
import { TrendChart } from '../src/trend-chart.tsx';
import { Section } from './section.tsx';

const rows = [
  { id: 'P-1042', buyer: 'Ada Moreno', totalMinor: 129_900, shipped: true },
  { id: 'P-1043', buyer: 'Jon Albrecht', totalMinor: 24_900, shipped: false },
  { id: 'P-1044', buyer: 'Mia Okafor', totalMinor: 8_450, shipped: false },
];

const days = Array.from({ length: 30 }, (_, day) => ({
  label: `${day + 1} May`,
  value: Math.round(160_000 + 50_000 * Math.sin(day / 3.1) + day * 3_000) * (day === 29 ? 0.4 : 1),
  before: Math.round(140_000 + 40_000 * Math.sin(day / 3.1 + 0.7)),
  partial: day === 29,
}));

const bars = days.slice(-14).map((day) => ({
  ...day,
  value: Math.round(day.value / 9_000),
  before: Math.round(day.before / 9_000),
}));

const stages = [
  { label: 'Viewed', value: '12,400', share: 1 },
  { label: 'Added', value: '1,840', share: 0.148, note: '14.8% of those who viewed' },
  { label: 'Bought', value: '612', share: 0.049, note: '33.3% of those who added' },
];

const cohorts = ['Mar 2026', 'Apr 2026', 'May 2026'].map((label, row) => ({
  label,
  size: String(40 + row * 9),
  cells: [1, 0.3, 0.18].map((share, month) =>
    month > 2 - row ? null : { share, text: `${share * 100}%`, title: `${label}, month ${month}` },
  ),
}));

export function Dashboard() {
  return (
    <Section title="Dashboard">
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        <StatTile label="Revenue" value="$48,210" compare={{ now: 48_210, before: 43_000 }} />
        <StatTile label="Orders" value="312" compare={{ now: 312, before: 340 }} />
        <StatTile label="Conversion" value="3.1%" compare={{ now: 3.1, before: 0 }} />
        <StatTile label="Views" value="" loading />
      </div>
      <div className="grid gap-4 lg:grid-cols-3">
        <Card padding="lg" className="min-w-0 lg:col-span-2">
          <TrendChart
            title="Revenue"
            description="Revenue by day over the last 30 days, rising from $1,600 to $2,100."
            valueLabel="Revenue"
            format={moneyFormat('USD')}
            points={days}
          />
        </Card>
        <Card padding="lg" className="min-w-0">
          <BarChart
            title="Orders"
            description="Orders by day over two weeks."
            valueLabel="Orders"
            csvName="orders"
            format={countFormat()}
            bars={bars}
          />
        </Card>
        <Card padding="lg" className="min-w-0">
          <ShareBars label="From view to sale" bars={stages} />
        </Card>
        <Card padding="lg" className="min-w-0 lg:col-span-2">
          <HeatTable
            caption="Customers who came back, by month of their first purchase"
            head={['First purchase', 'Customers', 'Month 0', 'Month 1', 'Month 2']}
            rows={cohorts}
          />
        </Card>
      </div>
      <Card padding="lg">
        <DataTable
          caption="Orders"
          rows={rows}
          rowKey={(row) => row.id}
          sort={{ columnId: 'total', direction: 'descending' }}
          onSort={() => {}}
          columns={[
            { id: 'id', header: 'Order', primary: true, cell: (row) => row.id },
            { id: 'buyer', header: 'Buyer', cell: (row) => row.buyer, sortable: true },
            {
              id: 'state',
              header: 'State',
              cell: (row) => (
                <StatusBadge tone={row.shipped ? 'positive' : 'warning'}>
                  {row.shipped ? 'Shipped' : 'To ship'}
                </StatusBadge>
              ),
            },
            {
              id: 'total',
              header: 'Total',
              align: 'end',
              sortable: true,
              cell: (row) => formatMoney(row.totalMinor, 'USD'),
            },
          ]}
        />
      </Card>
    </Section>
  );
}
