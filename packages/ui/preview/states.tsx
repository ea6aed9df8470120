import PackageOpen from 'lucide-react/icons/package-open';
import { Badge, StatusBadge, type Tone } from '../src/badge.tsx';
import { buttonClass } from '../src/button.tsx';
import { Card } from '../src/card.tsx';
import { Notice } from '../src/notice.tsx';
import { ProgressBar } from '../src/progress-bar.tsx';
import { Skeleton, SkeletonText } from '../src/skeleton.tsx';
import { Spinner } from '../src/spinner.tsx';
import { EmptyState, ErrorState, OfflineNotice } from '../src/states.tsx';
import { Timeline } from '../src/timeline.tsx';
import { Section } from './section.tsx';

const tones: Tone[] = ['neutral', 'accent', 'positive', 'warning', 'danger'];

export function States() {
  return (
    <Section title="States">
      <div className="grid gap-6 lg:grid-cols-2">
        <Card padding="none">
          <EmptyState
            icon={<PackageOpen size={28} />}
            title="No orders yet"
            text="When you buy something, you can follow it here."
            actions={
              <a href="#shop" className={buttonClass()}>
                Start shopping
              </a>
            }
          />
        </Card>
        <Card padding="none">
          <ErrorState onRetry={() => {}} />
        </Card>
        <div className="flex flex-col gap-3">
          {tones.map((tone) => (
            <Notice key={tone} tone={tone} title="Your card was declined">
              Nothing was charged. Try another card.
            </Notice>
          ))}
          <OfflineNotice />
        </div>
        <Card className="flex flex-col gap-6">
          <div className="flex flex-wrap gap-2">
            {tones.map((tone) => (
              <StatusBadge key={tone} tone={tone}>
                Shipped
              </StatusBadge>
            ))}
            {tones.map((tone) => (
              <Badge key={tone} tone={tone}>
                New
              </Badge>
            ))}
          </div>
          <div className="flex items-center gap-4">
            <Spinner />
            <ProgressBar label="Import" share={0.4} className="flex-1" />
            <ProgressBar label="Working" className="flex-1" />
          </div>
          <div className="flex gap-4">
            <Skeleton className="size-24" />
            <div className="flex-1">
              <SkeletonText className="w-1/2 text-lg" />
              <SkeletonText lines={3} className="text-sm" />
            </div>
          </div>
          <Timeline
            label="Progress of your order"
            steps={[
              { id: '1', title: 'Paid', time: '12 May, 10:24', state: 'done' },
              { id: '2', title: 'Packed by the seller', time: '12 May, 16:02', state: 'current' },
              { id: '3', title: 'Shipped', state: 'next' },
              { id: '4', title: 'Delivered', time: 'Expected 15 May', state: 'next' },
            ]}
          />
        </Card>
      </div>
    </Section>
  );
}
