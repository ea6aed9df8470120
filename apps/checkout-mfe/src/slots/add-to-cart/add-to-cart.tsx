import { MAX_QUANTITY } from '@plaza/contracts/limits';
import type { SlotProps } from '@plaza/contracts/remotes';
import { useHost } from '@plaza/federation/host';
import { paths } from '@plaza/navigation';
import { Button } from '@plaza/ui/button';
import { QuantityStepper } from '@plaza/ui/quantity-stepper';
import { useState } from 'react';
import { useAddItem } from '../../cart/use-cart.ts';
import { slotMessages } from '../messages.ts';
import { useHydrated } from './use-hydrated.ts';

type Props = SlotProps['checkout/add-to-cart'];

/** Quantity and the button that puts the chosen variant in the cart. Another variant starts anew. */
export function AddToCart(props: Props) {
  return <AddVariant key={props.variantId} {...props} />;
}

function AddVariant({
  productId,
  sellerId,
  variantId,
  title,
  priceMinor,
  currency,
  availableQuantity,
}: Props) {
  const { track, notify } = useHost();
  const hydrated = useHydrated();
  const [wanted, setWanted] = useState(1);
  const addItem = useAddItem();
  const max = Math.min(availableQuantity, MAX_QUANTITY);
  const quantity = Math.max(1, Math.min(wanted, max));
  const soldOut = max < 1;

  async function add(): Promise<void> {
    const answer = await addItem.mutateAsync({ variantId, quantity }).catch(() => null);
    if (!answer?.ok) return;
    track('product_added_to_cart', { productId, sellerId, variantId, quantity, priceMinor, currency });
    notify({
      tone: 'success',
      text: slotMessages.add.added(quantity, title),
      action: { label: slotMessages.add.viewCart, href: paths.cart() },
    });
  }

  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap gap-3">
        {!soldOut && (
          <QuantityStepper
            value={quantity}
            max={max}
            onChange={setWanted}
            disabled={!hydrated}
            label={slotMessages.add.quantityOf(title)}
            className="h-13!"
          />
        )}
        <Button
          size="lg"
          className={
            hydrated && !soldOut ? 'min-w-48 flex-1' : 'min-w-48 flex-1 not-aria-disabled:opacity-100'
          }
          disabled={!hydrated || soldOut}
          busy={addItem.isPending}
          busyLabel={slotMessages.add.adding}
          onClick={add}
        >
          {soldOut ? slotMessages.add.soldOut : slotMessages.add.button}
        </Button>
      </div>
      <p role="status" className="min-h-5.5 text-sm text-danger">
        {problemOf(addItem)}
      </p>
    </div>
  );
}

/** What the server said against it, in its own words. */
function problemOf({ data, isError }: ReturnType<typeof useAddItem>): string {
  if (isError) return slotMessages.add.failed;
  return data && !data.ok ? data.message : '';
}
