import type { Order } from '@plaza/contracts';
import { useHost } from '@plaza/federation/host';
import { Button } from '@plaza/ui/button';
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
          busyLabel={texts.payBusy}
          onClick={() => pay.mutate({ orderId: order.id })}
        >
          {texts.pay}
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
