import type { OrderLine, SellerOrder } from '@plaza/contracts';
import { AppLink, paths } from '@plaza/navigation';
import { StatusBadge } from '@plaza/ui/badge';
import { Card } from '@plaza/ui/card';
import { formatMoney } from '@plaza/ui/format';
import { Picture } from '@plaza/ui/picture';
import { Timeline } from '@plaza/ui/timeline';
import { useFormatTime } from '../../local-time.tsx';
import { messages } from '../../messages.ts';
import { statusTone } from '../../order/status-tone.ts';
import { timelineSteps } from '../../order/timeline-steps.ts';
import { CancelParcel } from './cancel-parcel.tsx';

const texts = messages.order;

/** One seller's part of the order: what is in it and how far it has come. */
export function Parcel({ parcel, currency }: { parcel: SellerOrder; currency: string }) {
  const formatTime = useFormatTime();
  const tracking =
    parcel.carrier && parcel.trackingNumber
      ? texts.carrier(parcel.carrier, parcel.trackingNumber)
      : undefined;
  return (
    <Card padding="none" className="overflow-hidden">
      <section aria-label={texts.parcelFrom(parcel.seller.name)}>
        <header className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-line px-5 py-4 md:px-6">
          <div>
            <h2 className="text-lg font-semibold">
              <AppLink
                href={paths.store(parcel.seller.slug)}
                className="text-ink no-underline hover:underline"
              >
                {texts.parcelFrom(parcel.seller.name)}
              </AppLink>
            </h2>
            <p className="text-sm text-ink-muted">{texts.parcelNumber(parcel.number)}</p>
          </div>
          <span aria-live="polite" data-testid="parcel-status">
            <StatusBadge tone={statusTone(parcel.status)}>
              {messages.sellerOrderStatus[parcel.status]}
            </StatusBadge>
          </span>
        </header>
        <div className="grid gap-8 p-5 md:grid-cols-[minmax(0,1fr)_15rem] md:p-6">
          <ul className="flex flex-col gap-5">
            {parcel.lines.map((line) => (
              <Line key={line.variantId} line={line} currency={currency} />
            ))}
          </ul>
          <Timeline
            label={texts.progress(parcel.seller.name)}
            steps={timelineSteps(parcel).map((step, at) => ({
              id: `${at}-${step.status}`,
              title: messages.steps[step.status],
              time: step.at === null ? undefined : formatTime(step.at),
              text: step.status === 'shipped' ? tracking : undefined,
              state: step.state,
            }))}
          />
        </div>
        <footer className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-t border-line px-5 py-4 md:px-6">
          <p className="text-sm text-ink-muted tabular-nums">
            {`${texts.shippingSpeed(parcel.shippingSpeed)}: `}
            {parcel.shippingMinor === 0 ? texts.free : formatMoney(parcel.shippingMinor, currency)}
            {' · '}
            <span className="font-medium text-ink">
              {`${texts.total} ${formatMoney(parcel.totalMinor, currency)}`}
            </span>
          </p>
          {parcel.canCancel && <CancelParcel parcel={parcel} />}
        </footer>
      </section>
    </Card>
  );
}

function Line({ line, currency }: { line: OrderLine; currency: string }) {
  return (
    <li className="flex gap-4">
      <span className="size-18 shrink-0 overflow-hidden rounded-sm bg-surface-sunken">
        {line.picture && (
          <Picture
            src={line.picture.url}
            alt=""
            width={line.picture.width}
            height={line.picture.height}
            className="size-full"
          />
        )}
      </span>
      <div className="flex min-w-0 flex-1 flex-col gap-0.5">
        <AppLink
          href={paths.product(line.productSlug)}
          className="font-medium text-ink no-underline hover:underline"
        >
          {line.title}
        </AppLink>
        {line.variantLabel !== '' && <p className="text-sm text-ink-muted">{line.variantLabel}</p>}
        <p className="flex flex-wrap justify-between gap-x-4 text-sm text-ink-muted tabular-nums">
          {texts.quantity(line.quantity)}
          <span className="font-medium text-ink">{formatMoney(line.totalMinor, currency)}</span>
        </p>
      </div>
    </li>
  );
}
