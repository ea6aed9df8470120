import type { Cart } from '@plaza/contracts';
import { AppLink, paths } from '@plaza/navigation';
import { linkClass } from '@plaza/ui/button';
import { Card } from '@plaza/ui/card';
import { formatMoney } from '@plaza/ui/format';
import { Picture } from '@plaza/ui/picture';
import { Totals } from '../../cart/totals.tsx';
import { messages } from '../../messages.ts';

/** What is being bought, beside the form. */
export function OrderSummary({ cart }: { cart: Cart }) {
  const lines = cart.groups.flatMap((group) => group.lines);
  return (
    <Card className="lg:sticky lg:top-24">
      <div className="mb-4 flex items-baseline justify-between gap-4">
        <h2 className="text-lg font-semibold">{messages.checkout.summary}</h2>
        <AppLink href={paths.cart()} className={`${linkClass} text-sm`}>
          {messages.checkout.editCart}
        </AppLink>
      </div>
      <ul className="mb-5 flex flex-col gap-4">
        {lines.map((line) => (
          <li key={line.variantId} className="grid grid-cols-[3.5rem_1fr_auto] gap-x-3.5 text-sm">
            <span className="aspect-square overflow-hidden rounded-sm bg-surface-sunken">
              {line.picture && (
                <Picture
                  src={line.picture.url}
                  alt=""
                  width={line.picture.width}
                  height={line.picture.height}
                  className="size-full"
                />
              )}
            </span>
            <span className="min-w-0">
              <span className="line-clamp-2 font-medium">{line.title}</span>
              {line.variantLabel && <span className="block text-ink-muted">{line.variantLabel}</span>}
              <span className="block text-ink-muted">{messages.checkout.quantity(line.quantity)}</span>
            </span>
            <span className="tabular-nums">{formatMoney(line.totalMinor, cart.currency)}</span>
          </li>
        ))}
      </ul>
      <Totals
        itemsMinor={cart.itemsMinor}
        shippingMinor={cart.address ? cart.shippingMinor : null}
        totalMinor={cart.totalMinor}
        currency={cart.currency}
      />
    </Card>
  );
}
