import { orderMessages } from '@plaza/contracts/messages';
import { AppLink, paths } from '@plaza/navigation';
import { buttonClass } from '@plaza/ui/button';
import { Drawer } from '@plaza/ui/drawer';
import { Price } from '@plaza/ui/price';
import { SkeletonText } from '@plaza/ui/skeleton';
import { EmptyState, ErrorState } from '@plaza/ui/states';
import ShoppingBag from 'lucide-react/icons/shopping-bag';
import { CartLineRow } from '../../cart/cart-line-row.tsx';
import { useCart } from '../../cart/use-cart.ts';
import { messages } from '../../messages.ts';
import { slotMessages } from '../messages.ts';

/** The cart beside the page: lines, quantities, subtotal, and the ways on. */
export default function MiniCartDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { data: cart, isError, isFetching, refetch } = useCart();
  const filled = cart !== undefined && cart.groups.length > 0;

  return (
    <Drawer
      open={open}
      onClose={onClose}
      title={slotMessages.miniCart.title}
      footer={
        filled && (
          <div className="flex flex-col gap-3">
            <p className="flex items-baseline justify-between">
              <span className="text-ink-muted">{orderMessages.items}</span>
              <Price priceMinor={cart.itemsMinor} currency={cart.currency} className="text-lg" />
            </p>
            {cart.hasProblems && <p className="text-sm text-warning">{messages.drawer.problems}</p>}
            <div className="grid grid-cols-2 gap-3">
              <AppLink
                href={paths.cart()}
                className={buttonClass({ variant: 'secondary' })}
                onClick={onClose}
              >
                {messages.drawer.viewCart}
              </AppLink>
              <AppLink
                href={cart.hasProblems ? paths.cart() : paths.checkout()}
                className={buttonClass()}
                onClick={onClose}
              >
                {messages.cart.checkout}
              </AppLink>
            </div>
          </div>
        )
      }
    >
      {!cart && isError && <ErrorState compact onRetry={() => void refetch()} retrying={isFetching} />}
      {!cart && !isError && <SkeletonText lines={4} />}
      {cart && !filled && (
        <EmptyState
          title={messages.cart.emptyTitle}
          text={messages.cart.emptyText}
          icon={<ShoppingBag size={28} />}
          actions={
            <AppLink href={paths.home()} className={buttonClass({ variant: 'secondary' })} onClick={onClose}>
              {messages.cart.browse}
            </AppLink>
          }
        />
      )}
      {filled && (
        <ul className="flex flex-col divide-y divide-line">
          {cart.groups.flatMap((group) =>
            group.lines.map((line) => (
              <li key={line.variantId} className="py-4 first:pt-0">
                <CartLineRow line={line} currency={cart.currency} compact onFollowLink={onClose} />
              </li>
            )),
          )}
        </ul>
      )}
    </Drawer>
  );
}
