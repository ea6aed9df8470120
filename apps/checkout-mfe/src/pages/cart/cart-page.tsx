import type { Cart, CartLine } from '@plaza/contracts';
import { orderMessages } from '@plaza/contracts/messages';
import type { PageProps } from '@plaza/federation/remote';
import { AppLink, paths } from '@plaza/navigation';
import { Button, buttonClass } from '@plaza/ui/button';
import { Card } from '@plaza/ui/card';
import { Container } from '@plaza/ui/container';
import { formatMoney } from '@plaza/ui/format';
import { Notice } from '@plaza/ui/notice';
import { EmptyState } from '@plaza/ui/states';
import ShoppingBag from 'lucide-react/icons/shopping-bag';
import { useEffect, useRef, useState } from 'react';
import { CartLineRow } from '../../cart/cart-line-row.tsx';
import { ProblemsNotice } from '../../cart/problems-notice.tsx';
import { SummaryCard, summaryLayoutClass } from '../../cart/summary-card.tsx';
import { Totals } from '../../cart/totals.tsx';
import { useAddItem, useLoadedCart } from '../../cart/use-cart.ts';
import { messages } from '../../messages.ts';
import type { CartData } from './load-cart.ts';

/** Everything in the cart, by seller, with the way to pay. */
export function CartPage({ data }: PageProps<CartData>) {
  const cart = useLoadedCart(data.cart);
  const [removed, setRemoved] = useState<CartLine | null>(null);
  return (
    <Container className="py-8 md:py-12">
      <h1 className="text-3xl font-semibold">{messages.cart.title}</h1>
      <p className="mt-1 min-h-6 text-ink-muted">
        {cart.itemCount > 0 && messages.cart.items(cart.itemCount)}
      </p>
      {removed && <RemovedNotice key={removed.variantId} line={removed} onUndone={() => setRemoved(null)} />}
      {cart.groups.length === 0 ? (
        <EmptyState
          title={messages.cart.emptyTitle}
          text={messages.cart.emptyText}
          icon={<ShoppingBag size={28} />}
          actions={
            <AppLink href={paths.home()} className={buttonClass()}>
              {messages.cart.browse}
            </AppLink>
          }
        />
      ) : (
        <div className={summaryLayoutClass}>
          <CartGroups cart={cart} onRemoved={setRemoved} />
          <CartSummary cart={cart} />
        </div>
      )}
    </Container>
  );
}

function CartGroups({ cart, onRemoved }: { cart: Cart; onRemoved: (line: CartLine) => void }) {
  return (
    <div className="flex min-w-0 flex-col gap-6">
      <ProblemsNotice cart={cart} />
      {cart.groups.map(({ seller, lines }) => (
        <Card key={seller.id} padding="none">
          <h2 className="border-b border-line px-4 py-3.5 text-sm text-ink-muted sm:px-6">
            {messages.cart.soldBy}{' '}
            <AppLink href={paths.store(seller.slug)} className="font-medium text-ink hover:underline">
              {seller.name}
            </AppLink>
          </h2>
          <ul className="divide-y divide-line px-4 sm:px-6">
            {lines.map((line) => (
              <li key={line.variantId} className="py-5">
                <CartLineRow line={line} currency={cart.currency} onRemoved={onRemoved} />
              </li>
            ))}
          </ul>
        </Card>
      ))}
    </div>
  );
}

function CartSummary({ cart }: { cart: Cart }) {
  return (
    <SummaryCard title={orderMessages.summary} action={<CheckoutLink cart={cart} />}>
      <Totals
        itemsMinor={cart.itemsMinor}
        shippingMinor={cart.address ? cart.shippingMinor : null}
        totalMinor={cart.totalMinor}
        currency={cart.currency}
      />
      <p className="mt-4 text-sm text-ink-muted">{messages.cart.pricesNote}</p>
    </SummaryCard>
  );
}

/** The way to pay; on a narrow screen the total goes with it. */
function CheckoutLink({ cart }: { cart: Cart }) {
  if (!cart.hasProblems) {
    return (
      <div className="flex items-center gap-5">
        <p className="shrink-0 lg:hidden">
          <span className="block text-xs text-ink-muted">
            {cart.address ? orderMessages.total : messages.cart.totalBeforeShipping}
          </span>
          <span className="text-lg font-semibold tabular-nums">
            {formatMoney(cart.totalMinor, cart.currency)}
          </span>
        </p>
        <AppLink href={paths.checkout()} className={buttonClass({ size: 'lg', fullWidth: true })}>
          {messages.cart.checkout}
        </AppLink>
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-3">
      <Button size="lg" fullWidth disabled aria-describedby="checkout-blocked">
        {messages.cart.checkout}
      </Button>
      <p id="checkout-blocked" className="text-sm text-warning">
        {messages.cart.checkoutBlocked}
      </p>
    </div>
  );
}

/** Offers a removed line back; takes the focus, because the button that was pressed is gone. */
function RemovedNotice({ line, onUndone }: { line: CartLine; onUndone: () => void }) {
  const addItem = useAddItem();
  const undoRef = useRef<HTMLButtonElement>(null);
  useEffect(() => undoRef.current?.focus(), []);
  return (
    <Notice
      className="mt-4"
      actions={
        <Button
          variant="secondary"
          size="sm"
          ref={undoRef}
          busy={addItem.isPending}
          onClick={() =>
            addItem.mutate(
              { variantId: line.variantId, quantity: line.quantity },
              { onSuccess: (answer) => answer.ok && onUndone() },
            )
          }
        >
          {messages.cart.undo}
        </Button>
      }
    >
      {addItem.data && !addItem.data.ok ? addItem.data.message : messages.cart.removed(line.title)}
    </Notice>
  );
}
