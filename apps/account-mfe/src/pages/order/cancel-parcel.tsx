import type { SellerOrder } from '@plaza/contracts';
import { useHost } from '@plaza/federation/host';
import { useNavigation } from '@plaza/navigation';
import { Button } from '@plaza/ui/button';
import { Dialog } from '@plaza/ui/dialog';
import { Notice } from '@plaza/ui/notice';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { messages } from '../../messages.ts';

const texts = messages.order;

/** Cancels one parcel after asking; says so when the seller was quicker. */
export function CancelParcel({ parcel }: { parcel: SellerOrder }) {
  const { api, notify } = useHost();
  const { reload } = useNavigation();
  const [open, setOpen] = useState(false);
  const cancel = useMutation(
    api.order.cancelSellerOrder.mutationOptions({
      // Without a network it fails and says so, rather than wait for one.
      networkMode: 'always',
      onSuccess: async (result) => {
        if (!result.ok) return;
        await reload();
        setOpen(false);
        notify({ tone: 'success', text: texts.cancelled(parcel.seller.name) });
      },
    }),
  );
  const problem = cancel.isError
    ? messages.unreachable
    : cancel.data?.ok === false
      ? cancel.data.message
      : null;

  return (
    <>
      <Button variant="secondary" size="sm" onClick={() => setOpen(true)}>
        {texts.cancel}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={texts.cancelTitle(parcel.seller.name)}
        description={texts.cancelText(parcel.status === 'paid')}
        footer={
          <div className="flex flex-wrap justify-end gap-3">
            <Button variant="secondary" onClick={() => setOpen(false)}>
              {texts.cancelKeep}
            </Button>
            <Button
              variant="danger"
              busy={cancel.isPending}
              busyLabel={texts.cancelBusy}
              onClick={() => cancel.mutate({ sellerOrderId: parcel.id })}
            >
              {texts.cancelConfirm}
            </Button>
          </div>
        }
      >
        {problem && <Notice tone="danger">{problem}</Notice>}
      </Dialog>
    </>
  );
}
