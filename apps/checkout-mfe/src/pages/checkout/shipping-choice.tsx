import type { Cart } from '@plaza/contracts';
import { orderMessages } from '@plaza/contracts/messages';
import { useHost } from '@plaza/federation/host';
import { FormError } from '@plaza/ui/field';
import { RadioCards } from '@plaza/ui/radio-cards';
import { useMutation } from '@tanstack/react-query';
import { guessShipping } from '../../cart/cart-guesses.ts';
import { shippingText } from '../../cart/totals.tsx';
import { CART_SCOPE, useCartCache } from '../../cart/use-cart.ts';
import { messages } from '../../messages.ts';

/** How fast each seller sends its parcel, and for how much. */
export function ShippingChoice({ cart }: { cart: Cart }) {
  const { api } = useHost();
  const cache = useCartCache();
  const choose = useMutation(
    api.cart.setShipping.mutationOptions({
      scope: CART_SCOPE,
      onMutate: ({ sellerId, speed }) => cache.guess((known) => guessShipping(known, sellerId, speed)),
      onSuccess: (answer) => cache.settle(answer),
      onError: () => cache.refetch(),
    }),
  );
  return (
    <div className="flex flex-col gap-6">
      {cart.groups.map((group) => (
        <RadioCards
          key={group.seller.id}
          legend={orderMessages.parcelFrom(group.seller.name)}
          value={group.shippingSpeed ?? undefined}
          onChange={(speed) => choose.mutate({ sellerId: group.seller.id, speed })}
          options={group.shippingOptions.map((option) => ({
            value: option.speed,
            label: orderMessages.speeds[option.speed],
            description: messages.checkout.days(option.minDays, option.maxDays),
            aside: shippingText(option.priceMinor, cart.currency),
          }))}
        />
      ))}
      {choose.isError && <FormError>{messages.checkout.shippingFailed}</FormError>}
    </div>
  );
}
