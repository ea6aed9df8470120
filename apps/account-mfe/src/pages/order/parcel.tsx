import type { OrderLine, SellerOrder } from '@plaza/contracts';
import { orderMessages, statusTones } from '@plaza/contracts/messages';
import { AppLink, paths } from '@plaza/navigation';
import { StatusBadge } from '@plaza/ui/badge';
import { formatMoney } from '@plaza/ui/format';
import { ItemRow } from '@plaza/ui/item-row';
import { Panel } from '@plaza/ui/panel';
import { StepTrack } from '@plaza/ui/step-track';
import { Timeline } from '@plaza/ui/timeline';
import { useFormatTime } from '../../local-time.tsx';
import { messages } from '../../messages.ts';
import { timelineSteps } from '../../order/timeline-steps.ts';
import { CancelParcel } from './cancel-parcel.tsx';

const texts = messages.order;

/** One seller's part of the order: what is in it and how far it has come. */
export function Parcel({ parcel, currency }: { parcel: SellerOrder; currency: string }) {
  const { seller, status } = parcel;
  const formatTime = useFormatTime();
  const progress = texts.progress(seller.name);
  const steps = timelineSteps(parcel).map((step, at) => ({
    id: `${at}-${step.status}`,
    title: orderMessages.parcelSteps[step.status],
    time: step.at === null ? undefined : formatTime(step.at),
    state: step.state,
  }));
  return (
    <Panel
      label={orderMessages.parcelFrom(seller.name)}
      title={
        <AppLink href={paths.store(seller.slug)} className="text-ink no-underline hover:underline">
          {orderMessages.parcelFrom(seller.name)}
        </AppLink>
      }
      text={<span className="tabular-nums">{texts.parcelNumber(parcel.number)}</span>}
      aside={
        <span aria-live="polite" data-testid="parcel-status">
          <StatusBadge tone={statusTones[status]}>{orderMessages.parcelStatus[status]}</StatusBadge>
        </span>
      }
      footer={
        <>
          <p className="text-sm text-ink-muted tabular-nums">
            {`${orderMessages.shippingBy(parcel.shippingSpeed)}: `}
            {parcel.shippingMinor === 0 ? orderMessages.free : formatMoney(parcel.shippingMinor, currency)}
            {' · '}
            <span className="font-medium text-ink">
              {`${orderMessages.total} ${formatMoney(parcel.totalMinor, currency)}`}
            </span>
          </p>
          {parcel.canCancel && <CancelParcel parcel={parcel} />}
        </>
      }
    >
      <div className="grid gap-6 md:grid-cols-[minmax(0,1fr)_15rem] md:gap-8">
        <div className="flex flex-col gap-5">
          <Arrival parcel={parcel} />
          <StepTrack label={progress} steps={steps} className="md:hidden" />
          <ul className="flex flex-col gap-5">
            {parcel.lines.map((line) => (
              <li key={line.variantId}>
                <Line line={line} currency={currency} />
              </li>
            ))}
          </ul>
        </div>
        <Timeline label={progress} steps={steps} className="max-md:hidden" />
      </div>
    </Panel>
  );
}

/** When it is expected, and who brings it. */
function Arrival({ parcel: { estimatedDelivery, carrier, trackingNumber } }: { parcel: SellerOrder }) {
  const arrives = orderMessages.arrives(estimatedDelivery);
  if (!arrives && !trackingNumber) return null;
  return (
    <div>
      {arrives && <p className="font-medium">{arrives}</p>}
      {carrier && trackingNumber && (
        <p className="text-sm text-ink-muted wrap-anywhere">
          {orderMessages.tracking(carrier, trackingNumber)}
        </p>
      )}
    </div>
  );
}

function Line({ line, currency }: { line: OrderLine; currency: string }) {
  return (
    <ItemRow
      picture={line.picture}
      title={
        <AppLink href={paths.product(line.productSlug)} className="text-ink no-underline hover:underline">
          {line.title}
        </AppLink>
      }
      details={[line.variantLabel, orderMessages.quantity(line.quantity)]}
      aside={formatMoney(line.totalMinor, currency)}
    />
  );
}
