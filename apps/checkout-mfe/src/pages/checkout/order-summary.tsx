import type { Cart, CartLine } from '@plaza/contracts';
import { orderMessages } from '@plaza/contracts/messages';
import { AppLink, paths } from '@plaza/navigation';
import { Button, linkClass } from '@plaza/ui/button';
import { formatMoney } from '@plaza/ui/format';
import { ItemRow } from '@plaza/ui/item-row';
import type { ReactNode } from 'react';
import { LineProblem } from '../../cart/line-problem.tsx';
import { ProblemsNotice } from '../../cart/problems-notice.tsx';
import { SummaryCard } from '../../cart/summary-card.tsx';
import { Totals } from '../../cart/totals.tsx';
import { useSetQuantity } from '../../cart/use-cart.ts';
import { messages } from '../../messages.ts';

/** More than these scroll within the card, so that the total and the way to pay stay in sight. */
const LINES_IN_SIGHT = 3;

export interface OrderSummaryProps {
  cart: Cart;
  /** The way to pay, once it is open. */
  action: ReactNode;
}

/** What is being bought and what it comes to, with what stands in the way. */
export function OrderSummary({ cart, action }: OrderSummaryProps) {
  const lines = cart.groups.flatMap((group) => group.lines);
  const long = lines.length > LINES_IN_SIGHT;
  return (
    <SummaryCard
      title={messages.checkout.summary}
      aside={
        <AppLink href={paths.cart()} className={`${linkClass} text-sm`}>
          {messages.checkout.editCart}
        </AppLink>
      }
      action={action}
    >
      {cart.hasProblems && (
        <div className="mb-5">
          <ProblemsNotice cart={cart} />
        </div>
      )}
      <ul
        aria-label={orderMessages.itemCount(cart.itemCount)}
        // What scrolls has to be reached by the keyboard.
        tabIndex={long ? 0 : undefined}
        className="mb-5 flex flex-col gap-4 lg:min-h-24 lg:overflow-y-auto"
      >
        {lines.map((line) => (
          <li key={line.variantId}>
            <Line line={line} currency={cart.currency} />
          </li>
        ))}
      </ul>
      <Totals
        itemsMinor={cart.itemsMinor}
        shippingMinor={cart.address ? cart.shippingMinor : null}
        totalMinor={cart.totalMinor}
        currency={cart.currency}
        shippingLater={messages.checkout.shippingLater}
      />
    </SummaryCard>
  );
}

/** A line; when it changed while the buyer was on the way, with what can be done about it. */
function Line({ line, currency }: { line: CartLine; currency: string }) {
  const setQuantity = useSetQuantity();
  const change = (quantity: number) => setQuantity.mutate({ variantId: line.variantId, quantity });
  return (
    <ItemRow
      compact
      picture={line.picture}
      title={line.title}
      details={[line.variantLabel, orderMessages.quantity(line.quantity)]}
      aside={formatMoney(line.totalMinor, currency)}
    >
      {line.problem && (
        <div className="mt-2 flex flex-col gap-2">
          <LineProblem line={line} currency={currency} onSetTo={change} />
          {line.problem.code !== 'price_changed' && (
            <Button
              variant="secondary"
              size="sm"
              className="self-start"
              aria-label={messages.cart.removeLine(line.title)}
              onClick={() => change(0)}
            >
              {messages.cart.remove}
            </Button>
          )}
        </div>
      )}
    </ItemRow>
  );
}
