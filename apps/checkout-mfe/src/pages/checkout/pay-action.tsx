import type { Cart } from '@plaza/contracts';
import { orderMessages } from '@plaza/contracts/messages';
import { Button } from '@plaza/ui/button';
import { formatMoney } from '@plaza/ui/format';
import { Notice } from '@plaza/ui/notice';
import Lock from 'lucide-react/icons/lock';
import { messages } from '../../messages.ts';
import { type CheckoutSteps, canPlace } from './checkout-steps.ts';
import type { PayState } from './use-pay.ts';

export interface PayActionProps {
  cart: Cart;
  steps: CheckoutSteps;
  state: PayState;
  onPay: () => void;
}

/** The button that leads to the payment page, with the reason when the last press was refused. */
export function PayAction({ cart, steps, state, onPay }: PayActionProps) {
  const leaving = state.kind === 'leaving';
  const noteId = 'pay-note';
  return (
    <div className="flex flex-col gap-3">
      {state.kind === 'refused' && (
        <Notice tone="danger" title={messages.checkout.problemTitle}>
          {state.message}
        </Notice>
      )}
      <Button
        size="lg"
        fullWidth
        icon={<Lock size={18} aria-hidden="true" />}
        aria-describedby={noteId}
        disabled={!canPlace(cart, steps)}
        busy={leaving || state.kind === 'working'}
        busyLabel={leaving ? orderMessages.openingPayment : messages.checkout.paying}
        onClick={onPay}
      >
        {orderMessages.pay(formatMoney(cart.totalMinor, cart.currency))}
      </Button>
      {cart.hasProblems ? (
        <p id={noteId} className="text-sm text-warning">
          {messages.cart.checkoutBlocked}
        </p>
      ) : (
        <p id={noteId} className="text-sm text-ink-muted max-lg:sr-only">
          {messages.checkout.payNote}
        </p>
      )}
    </div>
  );
}
