import { StatusBadge } from '../src/badge.tsx';
import { Card } from '../src/card.tsx';
import { ItemRow } from '../src/item-row.tsx';
import { Panel } from '../src/panel.tsx';
import { PostalAddress } from '../src/postal-address.tsx';
import { StepTrack } from '../src/step-track.tsx';
import { SumList } from '../src/sum-list.tsx';
import { pictures } from './pictures.ts';
import { Section } from './section.tsx';

const picture = { url: pictures[0] ?? '', width: 800, height: 800 };

export function Summaries() {
  return (
    <Section title="Summaries">
      <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <Panel
          label="Parcel from Northbeam"
          title="Parcel from Northbeam"
          text="No. K2M7Q-1"
          aside={<StatusBadge tone="accent">On its way</StatusBadge>}
          footer={<span className="text-sm text-ink-muted">Express shipping</span>}
        >
          <div className="flex flex-col gap-5">
            <StepTrack
              label="Progress"
              steps={[
                { id: '1', title: 'Paid', time: '12 May, 10:24', state: 'done' },
                { id: '2', title: 'Shipped', time: '12 May, 16:02', state: 'current' },
                { id: '3', title: 'Delivered', state: 'next' },
              ]}
            />
            <ItemRow
              picture={picture}
              title="Aurora 14 laptop, 16 GB"
              details={['Graphite', 'Quantity 1']}
              aside="$1,299.00"
            />
            <ItemRow compact picture={null} title="Travel camera" details={['Quantity 2']} aside="$899.00" />
          </div>
        </Panel>
        <Card className="flex flex-col gap-6">
          <SumList
            parts={[
              { label: 'Items', value: '$2,198.00' },
              { label: 'Shipping', value: 'Free' },
            ]}
            total={{ label: 'Total', value: '$2,198.00' }}
            after={[{ label: 'Refunded', value: '$899.00' }]}
          />
          <PostalAddress lines={['Jo Walker', '12 Harbour Street', 'Portland, OR, 97205']} />
        </Card>
      </div>
    </Section>
  );
}
