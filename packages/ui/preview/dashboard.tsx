import { StatusBadge } from '../src/badge.tsx';
import { Card } from '../src/card.tsx';
import { DataTable } from '../src/data-table.tsx';
import { formatMoney } from '../src/format.ts';
import { StatTile } from '../src/stat-tile.tsx';
import { Section } from './section.tsx';

const rows = [
  { id: 'P-1042', buyer: 'Ada Moreno', totalMinor: 129_900, shipped: true },
  { id: 'P-1043', buyer: 'Jon Albrecht', totalMinor: 24_900, shipped: false },
  { id: 'P-1044', buyer: 'Mia Okafor', totalMinor: 8_450, shipped: false },
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
