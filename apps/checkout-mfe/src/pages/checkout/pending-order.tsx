import type { Order } from '@plaza/contracts';
import { AppLink, paths } from '@plaza/navigation';
import { Button, buttonClass } from '@plaza/ui/button';
import { formatMoney } from '@plaza/ui/format';
import { Notice } from '@plaza/ui/notice';
import { messages } from '../../messages.ts';
import { useHydrated } from '../../slots/add-to-cart/use-hydrated.ts';

const timeFormat = new Intl.DateTimeFormat('en-US', { timeStyle: 'short', hourCycle: 'h23' });

export interface PendingOrderProps {
  order: Order;
  busy: boolean;
  onPay: () => void;
}

/** An order that was placed but not paid: why, until when it is kept, and the way to pay after all. */
export function PendingOrder({ order, busy, onPay }: PendingOrderProps) {
  // The server does not know the buyer's clock.
  const hydrated = useHydrated();
  return (
    <Notice
      tone="warning"
      title={messages.pending.title(order.number)}
      actions={
        <>
          <Button size="sm" busy={busy} busyLabel={messages.pending.opening} onClick={onPay}>
            {messages.pending.pay(formatMoney(order.totalMinor, order.currency))}
          </Button>
          <AppLink href={paths.order(order.id)} className={buttonClass({ variant: 'quiet', size: 'sm' })}>
            {messages.pending.view}
          </AppLink>
        </>
      }
    >
      <p>
        {order.paymentFailure ? messages.pending.declined(order.paymentFailure) : messages.pending.left}{' '}
        {hydrated && messages.pending.until(timeFormat.format(new Date(order.expiresAt)))}
      </p>
    </Notice>
  );
}
