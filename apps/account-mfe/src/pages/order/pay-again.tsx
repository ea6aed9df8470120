import type { Order } from '@plaza/contracts';
import { orderMessages } from '@plaza/contracts/messages';
import { useHost } from '@plaza/federation/host';
import { Button } from '@plaza/ui/button';
import { formatMoney } from '@plaza/ui/format';
import { Notice } from '@plaza/ui/notice';
import { useMutation } from '@tanstack/react-query';
import { useFormatTime } from '../../local-time.tsx';
import { messages } from '../../messages.ts';

const texts = messages.order;

/** Leads to the hosted payment page of an unpaid order, and says why the last attempt failed. */
export function PayAgain({ order }: { order: Order }) {
  const { api } = useHost();
  const formatTime = useFormatTime();
  const pay = useMutation(
    api.payment.start.mutationOptions({
      // Without a network it fails and says so, rather than wait for one.
      networkMode: 'always',
      onSuccess: (result) => {
        if (result.ok) location.assign(result.redirectUrl);
      },
    }),
  );
  const problem = pay.isError ? messages.unreachable : pay.data?.ok === false ? pay.data.message : null;
  return (
    <Notice
      tone="warning"
      title={texts.payTitle}
      actions={
        <Button
          size="sm"
          busy={pay.isPending || pay.data?.ok}
          busyLabel={orderMessages.openingPayment}
          onClick={() => pay.mutate({ orderId: order.id })}
        >
          {orderMessages.pay(formatMoney(order.totalMinor, order.currency))}
        </Button>
      }
    >
      <p>{texts.payText(formatTime(order.expiresAt))}</p>
      {order.paymentFailure && <p>{texts.payFailed(order.paymentFailure)}</p>}
      {problem && (
        <p role="alert" className="font-medium text-danger">
          {problem}
        </p>
      )}
    </Notice>
  );
}
