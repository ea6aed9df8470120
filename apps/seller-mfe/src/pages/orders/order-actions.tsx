import type { SellerOrderForSeller } from '@plaza/contracts';
import { toApiError, useHost } from '@plaza/federation/host';
import { Button } from '@plaza/ui/button';
import { Dialog } from '@plaza/ui/dialog';
import { formatMoney } from '@plaza/ui/format';
import { Notice } from '@plaza/ui/notice';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { messages } from '../../messages.ts';
import { ShipForm } from './ship-form.tsx';

const texts = messages.orders;

/** Exactly the steps that the order's state allows. */
export function OrderActions({ order }: { order: SellerOrderForSeller }) {
  const [asking, setAsking] = useState<'ship' | 'cancel' | null>(null);
  const { deliver, cancel, ship, problem } = useOrderSteps(() => setAsking(null));
  const sellerOrderId = order.id;
  if (!order.canShip && !order.canDeliver && !order.canCancel) return null;
  return (
    <div className="flex flex-col gap-3">
      {problem && asking !== 'cancel' && <Notice tone="danger">{problem}</Notice>}
      {asking === 'ship' && order.canShip ? (
        <ShipForm
          busy={ship.isPending}
          onShip={(parcel) => ship.mutate({ sellerOrderId, ...parcel })}
          onClose={() => setAsking(null)}
        />
      ) : (
        <div className="flex flex-wrap gap-3">
          {order.canShip && <Button onClick={() => setAsking('ship')}>{texts.ship}</Button>}
          {order.canDeliver && (
            <Button busy={deliver.isPending} onClick={() => deliver.mutate({ sellerOrderId })}>
              {texts.deliver}
            </Button>
          )}
          {order.canCancel && (
            <Button variant="secondary" onClick={() => setAsking('cancel')}>
              {texts.cancel}
            </Button>
          )}
        </div>
      )}
      <Dialog
        open={asking === 'cancel'}
        onClose={() => setAsking(null)}
        title={texts.cancelTitle(order.number)}
        description={texts.cancelText(formatMoney(order.totalMinor, order.currency))}
        footer={
          <div className="flex flex-wrap justify-end gap-3">
            <Button variant="secondary" onClick={() => setAsking(null)}>
              {texts.cancelNo}
            </Button>
            <Button variant="danger" busy={cancel.isPending} onClick={() => cancel.mutate({ sellerOrderId })}>
              {texts.cancelYes}
            </Button>
          </div>
        }
      >
        {problem && <Notice tone="danger">{problem}</Notice>}
      </Dialog>
    </div>
  );
}

/** The three steps as mutations; after each the order and the list are read again, whatever the answer was. */
function useOrderSteps(onDone: () => void) {
  const { api, notify } = useHost();
  const queryClient = useQueryClient();
  const [problem, setProblem] = useState('');
  const handle = (done: string) => ({
    onMutate: () => setProblem(''),
    async onSuccess(answer: { ok: true } | { ok: false; message: string }) {
      if (answer.ok) notify({ tone: 'success', text: done });
      else setProblem(answer.message);
      onDone();
      await queryClient.invalidateQueries({ queryKey: api.fulfilment.pathKey() });
    },
    onError(error: unknown) {
      setProblem(toApiError(error)?.message ?? messages.failed);
    },
  });
  return {
    problem,
    ship: useMutation(api.fulfilment.ship.mutationOptions(handle(texts.shipped))),
    deliver: useMutation(api.fulfilment.deliver.mutationOptions(handle(texts.delivered))),
    cancel: useMutation(api.fulfilment.cancel.mutationOptions(handle(texts.cancelled))),
  };
}
