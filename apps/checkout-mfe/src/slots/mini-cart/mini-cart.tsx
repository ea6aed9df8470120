import { iconButtonClass } from '@plaza/ui/icon-button';
import ShoppingBag from 'lucide-react/icons/shopping-bag';
import { lazy, Suspense, useState } from 'react';
import { useCart } from '../../cart/use-cart.ts';
import { slotMessages } from '../messages.ts';

const loadDrawer = () => import('./mini-cart-drawer.tsx');
const MiniCartDrawer = lazy(loadDrawer);
const fetchAhead = () => void loadDrawer().catch(() => undefined);

/** The header's cart button with its count; the drawer's code comes when it is first wanted. */
export function MiniCart() {
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState(false);
  const count = useCart().data?.itemCount ?? 0;

  return (
    <>
      <button
        type="button"
        className={iconButtonClass()}
        aria-haspopup="dialog"
        aria-label={slotMessages.miniCart.open(count)}
        title={slotMessages.miniCart.title}
        onClick={() => {
          setWanted(true);
          setOpen(true);
        }}
        onPointerEnter={fetchAhead}
        onFocus={fetchAhead}
      >
        <ShoppingBag size={22} aria-hidden="true" />
        {count > 0 && (
          <span
            aria-hidden="true"
            className="absolute end-0 top-0 grid h-5 min-w-5 place-items-center rounded-full bg-accent px-1 text-xs font-semibold text-accent-ink tabular-nums"
          >
            {slotMessages.miniCart.badge(count)}
          </span>
        )}
      </button>
      {wanted && (
        <Suspense fallback={null}>
          <MiniCartDrawer open={open} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
