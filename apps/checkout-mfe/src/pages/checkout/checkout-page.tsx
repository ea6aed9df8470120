import type { Cart } from '@plaza/contracts';
import { useHost } from '@plaza/federation/host';
import type { PageProps } from '@plaza/federation/remote';
import { AppLink, paths } from '@plaza/navigation';
import { buttonClass } from '@plaza/ui/button';
import { Container } from '@plaza/ui/container';
import { EmptyState } from '@plaza/ui/states';
import ShoppingBag from 'lucide-react/icons/shopping-bag';
import { useEffect, useRef, useState } from 'react';
import { summaryLayoutClass } from '../../cart/summary-card.tsx';
import { useLoadedCart } from '../../cart/use-cart.ts';
import { messages } from '../../messages.ts';
import { CheckoutStep } from './checkout-step.tsx';
import { checkoutSteps, isSameOrder } from './checkout-steps.ts';
import { DeliveryForm } from './delivery-form.tsx';
import { DeliverySummary } from './delivery-summary.tsx';
import type { CheckoutData } from './load-checkout.ts';
import { OrderSummary } from './order-summary.tsx';
import { PayAction } from './pay-action.tsx';
import { PendingOrder } from './pending-order.tsx';
import { ShippingChoice } from './shipping-choice.tsx';
import { usePay } from './use-pay.ts';
import { usePendingOrder } from './use-pending-order.ts';

/** From the cart to the payment page, on one page. */
export function CheckoutPage({ data }: PageProps<CheckoutData>) {
  const cart = useLoadedCart(data.cart);
  return (
    <Container className="py-8 md:py-12">
      <h1 className="text-3xl font-semibold">{messages.checkout.title}</h1>
      {cart.groups.length === 0 ? (
        <EmptyState
          title={messages.checkout.emptyTitle}
          text={messages.checkout.emptyText}
          icon={<ShoppingBag size={28} />}
          actions={
            <AppLink href={paths.home()} className={buttonClass()}>
              {messages.cart.browse}
            </AppLink>
          }
        />
      ) : (
        <FilledCheckout cart={cart} data={data} />
      )}
    </Container>
  );
}

function FilledCheckout({ cart, data }: { cart: Cart; data: CheckoutData }) {
  const { Slot } = useHost();
  const [editing, setEditing] = useState(false);
  const pay = usePay();
  const pendingOrder = usePendingOrder(data.pendingOrder);
  const steps = checkoutSteps(cart, editing);
  const payable = pendingOrder !== null && isSameOrder(pendingOrder, cart);

  const { forgetRefusal } = pay;
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs for every new version of the cart
  useEffect(forgetRefusal, [cart.version, forgetRefusal]);

  // The next step takes the focus when one was completed, not when the page opens with it done.
  const shippingRef = useRef<HTMLHeadingElement>(null);
  const [saved, setSaved] = useState(0);
  useEffect(() => {
    if (saved > 0) shippingRef.current?.focus();
  }, [saved]);

  return (
    <div className={summaryLayoutClass}>
      <div className="flex min-w-0 flex-col gap-5">
        <Slot name="account/verify-notice" />
        {pendingOrder && payable && <PendingOrder order={pendingOrder} />}
        <CheckoutStep number={1} title={messages.checkout.steps.delivery} state={steps.delivery}>
          {steps.delivery === 'open' ? (
            <DeliveryForm
              cart={cart}
              accountEmail={data.accountEmail}
              savedAddresses={data.savedAddresses}
              onSaved={() => {
                setEditing(false);
                setSaved(saved + 1);
              }}
            />
          ) : (
            <DeliverySummary cart={cart} onEdit={() => setEditing(true)} />
          )}
        </CheckoutStep>
        <CheckoutStep
          number={2}
          title={messages.checkout.steps.shipping}
          state={steps.shipping}
          headingRef={shippingRef}
        >
          <ShippingChoice cart={cart} />
        </CheckoutStep>
      </div>
      <OrderSummary
        cart={cart}
        action={
          steps.delivery === 'done' && (
            <PayAction
              cart={cart}
              steps={steps}
              state={pay.state}
              onPay={() =>
                void (pendingOrder && payable ? pay.payOrder(pendingOrder.id) : pay.placeAndPay(cart))
              }
            />
          )
        }
      />
    </div>
  );
}
