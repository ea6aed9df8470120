import type { Order, OrderLine } from '@plaza/contracts';
import { orderMessages, statusTones } from '@plaza/contracts/messages';
import { AppLink, paths } from '@plaza/navigation';
import { StatusBadge } from '@plaza/ui/badge';
import { Card } from '@plaza/ui/card';
import { formatMoney } from '@plaza/ui/format';
import { Thumbnail } from '@plaza/ui/thumbnail';
import ChevronRight from 'lucide-react/icons/chevron-right';
import { useFormatTime } from '../../local-time.tsx';
import { messages } from '../../messages.ts';
import { itemsIn } from '../../order/items-in.ts';
import { useLiveOrder } from '../../order/use-live-order.ts';

const texts = messages.orders;
const SHOWN_PICTURES = 5;

/** One order of the history; its status follows what happens while the page is open. */
export function OrderCard({ order: loaded }: { order: Order }) {
  const order = useLiveOrder(loaded);
  const formatTime = useFormatTime();
  const lines = order.sellerOrders.flatMap((sellerOrder) => sellerOrder.lines);
  return (
    <Card className="relative flex flex-col gap-4 transition-colors hover:border-line-strong">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h2 className="text-lg font-semibold">
          <AppLink
            href={paths.order(order.id)}
            className="text-ink no-underline after:absolute after:inset-0 after:rounded-lg focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-offset-2 focus-visible:after:outline-focus"
          >
            {orderMessages.order(order.number)}
          </AppLink>
        </h2>
        <p className="text-ink-muted tabular-nums">
          <time dateTime={order.placedAt}>{formatTime(order.placedAt, 'day')}</time>
          {' · '}
          {orderMessages.itemCount(itemsIn(order))}
          {' · '}
          <span className="font-medium text-ink">{formatMoney(order.totalMinor, order.currency)}</span>
        </p>
      </div>
      <Contents lines={lines} />
      <ul aria-live="polite" className="flex flex-col gap-2 border-t border-line pt-4">
        {order.sellerOrders.map((sellerOrder) => (
          <li key={sellerOrder.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1.5">
            <span className="text-sm text-ink-muted">
              {orderMessages.parcelFrom(sellerOrder.seller.name)}
            </span>
            <StatusBadge tone={statusTones[sellerOrder.status]}>
              {orderMessages.parcelStatus[sellerOrder.status]}
            </StatusBadge>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Pictures of what was bought, and its name when that is one thing. */
function Contents({ lines }: { lines: readonly OrderLine[] }) {
  const shown = lines.slice(0, SHOWN_PICTURES);
  const more = lines.length - shown.length;
  const only = lines.length === 1 ? lines[0] : undefined;
  return (
    <div className="flex items-center gap-4">
      <ul className="flex items-center gap-2.5">
        {shown.map((line) => (
          <li key={line.variantId}>
            <Thumbnail picture={line.picture} alt={only ? '' : line.title} className="w-16 sm:w-20" />
          </li>
        ))}
        {more > 0 && <li className="text-sm text-ink-muted">{texts.more(more)}</li>}
      </ul>
      {only && (
        <p className="min-w-0">
          <span className="line-clamp-2">{only.title}</span>
          <span className="text-sm text-ink-muted">{only.variantLabel}</span>
        </p>
      )}
      <ChevronRight size={20} aria-hidden="true" className="ms-auto shrink-0 text-ink-muted" />
    </div>
  );
}
