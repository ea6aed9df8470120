import { addressLines, type Cart } from '@plaza/contracts';
import { Button } from '@plaza/ui/button';
import { PostalAddress } from '@plaza/ui/postal-address';
import { messages } from '../../messages.ts';

/** The delivery as it was saved, with the way to change it. */
export function DeliverySummary({ cart, onEdit }: { cart: Cart; onEdit: () => void }) {
  return (
    <div className="flex items-start justify-between gap-4 sm:ps-10">
      <div className="min-w-0">
        <p className="wrap-anywhere">{cart.email}</p>
        {cart.address && <PostalAddress lines={addressLines(cart.address)} className="text-ink-muted" />}
      </div>
      <Button variant="secondary" size="sm" aria-label={messages.checkout.editDelivery} onClick={onEdit}>
        {messages.checkout.edit}
      </Button>
    </div>
  );
}
