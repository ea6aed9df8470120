import type { Order } from '@plaza/contracts';
import { AppLink, paths } from '@plaza/navigation';
import { linkClass } from '@plaza/ui/button';
import { Notice } from '@plaza/ui/notice';
import { messages } from '../../messages.ts';
import { useHydrated } from '../../slots/add-to-cart/use-hydrated.ts';

const timeFormat = new Intl.DateTimeFormat('en-US', { timeStyle: 'short', hourCycle: 'h23' });

/** An order that was placed but not paid: why, and until when it is kept. The page's own button pays it. */
export function PendingOrder({ order }: { order: Order }) {
  // The server does not know the buyer's clock.
  const hydrated = useHydrated();
  return (
    <Notice
      tone="warning"
      title={messages.pending.title(order.number)}
      actions={
        <AppLink href={paths.order(order.id)} className={linkClass}>
          {messages.pending.view}
        </AppLink>
      }
    >
      <p>
        {order.paymentFailure ? messages.pending.declined(order.paymentFailure) : messages.pending.left}{' '}
        {hydrated && messages.pending.until(timeFormat.format(new Date(order.expiresAt)))}
      </p>
    </Notice>
  );
}
