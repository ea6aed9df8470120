import type { CartLine } from '@plaza/contracts';
import { MAX_QUANTITY } from '@plaza/contracts/limits';
import { AppLink, paths } from '@plaza/navigation';
import { formatMoney } from '@plaza/ui/format';
import { Price } from '@plaza/ui/price';
import { QuantityStepper } from '@plaza/ui/quantity-stepper';
import { Thumbnail } from '@plaza/ui/thumbnail';
import clsx from 'clsx';
import { messages } from '../messages.ts';
import { LineProblem } from './line-problem.tsx';
import { useSetQuantity } from './use-cart.ts';

export interface CartLineRowProps {
  line: CartLine;
  currency: string;
  /** For the narrow drawer. */
  compact?: boolean;
  /** Told when the buyer removed the line, so that it can be offered back. */
  onRemoved?: (line: CartLine) => void;
  onFollowLink?: () => void;
}

/** One line of the cart: what it is, how many, what it costs, and what stands in its way. */
export function CartLineRow({ line, currency, compact = false, onRemoved, onFollowLink }: CartLineRowProps) {
  const setQuantity = useSetQuantity();
  const change = (quantity: number) => setQuantity.mutate({ variantId: line.variantId, quantity });
  function remove(): void {
    setQuantity.mutate({ variantId: line.variantId, quantity: 0 });
    onRemoved?.(line);
  }
  const refusal = setQuantity.data && !setQuantity.data.ok ? setQuantity.data.message : '';
  const canCount = line.problem?.code !== 'unavailable' && line.availableQuantity > 0;
  return (
    <div
      className={clsx(
        'grid gap-x-4',
        compact ? 'grid-cols-[4.5rem_1fr]' : 'grid-cols-[5.5rem_1fr] sm:grid-cols-[7rem_1fr] sm:gap-x-6',
      )}
    >
      <Thumbnail picture={line.picture} className="w-full self-start" />
      <div className="flex min-w-0 flex-col gap-2">
        <div className={clsx('flex justify-between gap-x-4 gap-y-1', !compact && 'max-sm:flex-col')}>
          <div className="min-w-0">
            <AppLink
              href={paths.product(line.productSlug)}
              onClick={onFollowLink}
              className={clsx('font-medium text-ink hover:underline', compact && 'text-sm')}
            >
              {line.title}
            </AppLink>
            {line.variantLabel && <p className="text-sm text-ink-muted">{line.variantLabel}</p>}
          </div>
          <div className="shrink-0 sm:text-end">
            <Price priceMinor={line.totalMinor} currency={currency} size={compact ? 'sm' : 'md'} />
            {line.quantity > 1 && !compact && (
              <p className="text-sm text-ink-muted tabular-nums">
                {messages.cart.each(formatMoney(line.unitPriceMinor, currency))}
              </p>
            )}
          </div>
        </div>
        <LineProblem line={line} currency={currency} onSetTo={change} />
        <div className="mt-auto flex items-center justify-between gap-4">
          {canCount && (
            <QuantityStepper
              size="sm"
              value={line.quantity}
              max={Math.max(line.quantity, Math.min(line.availableQuantity, MAX_QUANTITY))}
              onChange={change}
              label={messages.cart.quantityOf(line.title)}
            />
          )}
          <button
            type="button"
            aria-label={messages.cart.removeLine(line.title)}
            onClick={remove}
            className="min-h-9 rounded-sm text-sm text-ink-muted underline decoration-line-strong/50 underline-offset-4 hover:text-ink"
          >
            {messages.cart.remove}
          </button>
        </div>
        <p
          role="status"
          className={clsx('text-sm text-danger', !refusal && !setQuantity.isError && 'sr-only')}
        >
          {setQuantity.isError ? messages.cart.failed : refusal}
        </p>
      </div>
    </div>
  );
}
