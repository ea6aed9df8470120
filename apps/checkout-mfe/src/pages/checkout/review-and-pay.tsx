import type { Cart } from '@plaza/contracts';
import { Button } from '@plaza/ui/button';
import { formatMoney } from '@plaza/ui/format';
import { Notice } from '@plaza/ui/notice';
import Lock from 'lucide-react/icons/lock';
import { LineProblem } from '../../cart/line-problem.tsx';
import { ProblemsNotice } from '../../cart/problems-notice.tsx';
import { useSetQuantity } from '../../cart/use-cart.ts';
import { messages } from '../../messages.ts';
import { type CheckoutSteps, canPlace } from './checkout-steps.ts';
import type { PayState } from './use-pay.ts';

export interface ReviewAndPayProps {
  cart: Cart;
  steps: CheckoutSteps;
  state: PayState;
  onPay: () => void;
}

/** The last look: what stands in the way, or the button that leads to the payment page. */
export function ReviewAndPay({ cart, steps, state, onPay }: ReviewAndPayProps) {
  const leaving = state.kind === 'leaving';
  return (
    <div className="flex flex-col gap-5">
      {state.kind === 'refused' && (
        <Notice tone="danger" title={messages.checkout.problemTitle}>
          {state.message}
        </Notice>
      )}
      <ProblemsNotice cart={cart} />
      <ProblemLines cart={cart} />
      <p className="text-ink-muted">{messages.checkout.payNote}</p>
      <Button
        size="lg"
        fullWidth
        icon={<Lock size={18} aria-hidden="true" />}
        disabled={!canPlace(cart, steps)}
        busy={leaving || state.kind === 'working'}
        busyLabel={leaving ? messages.checkout.toPaymentPage : messages.checkout.paying}
        onClick={onPay}
      >
        {messages.checkout.pay(formatMoney(cart.totalMinor, cart.currency))}
      </Button>
    </div>
  );
}

/** The lines that changed while the buyer was on the way, each with what can be done about it. */
function ProblemLines({ cart }: { cart: Cart }) {
  const setQuantity = useSetQuantity();
  const lines = cart.groups.flatMap((group) => group.lines).filter((line) => line.problem !== null);
  if (lines.length === 0) return null;
  return (
    <ul className="flex flex-col gap-4">
      {lines.map((line) => (
        <li key={line.variantId} className="flex flex-col gap-1.5">
          <span className="font-medium">{line.title}</span>
          <LineProblem
            line={line}
            currency={cart.currency}
            onSetTo={(quantity) => setQuantity.mutate({ variantId: line.variantId, quantity })}
          />
          {line.problem?.code !== 'price_changed' && (
            <Button
              variant="secondary"
              size="sm"
              className="self-start"
              aria-label={messages.cart.removeLine(line.title)}
              onClick={() => setQuantity.mutate({ variantId: line.variantId, quantity: 0 })}
            >
              {messages.cart.remove}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
