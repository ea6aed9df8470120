import { StatusBadge } from '../src/badge.tsx';
import { Card } from '../src/card.tsx';
import { BarChart, countFormat, moneyFormat, TrendChart } from '../src/charts.tsx';
import { DataTable } from '../src/data-table.tsx';
import { formatMoney } from '../src/format.ts';
import { StatTile } from '../src/stat-tile.tsx';
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

const bars = [
  { label: 'Viewed', value: 12_400 },
  { label: 'Added', value: 1_840 },
  { label: 'Checkout', value: 920 },
  { label: 'Bought', value: 612 },
];

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
            title="From view to sale"
            description="612 of 12,400 views ended in a sale."
            valueLabel="People"
            periodLabel="Stage"
            format={countFormat()}
            bars={bars}
          />
        </Card>
      </div>
      <Card padding="lg">
        <DataTable
          caption="Orders"
          showCaption
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
