import { useHost } from '@plaza/federation/host';
import { AppLink, paths } from '@plaza/navigation';
import { Badge } from '@plaza/ui/badge';
import { linkClass } from '@plaza/ui/button';
import { Price } from '@plaza/ui/price';
import { Skeleton } from '@plaza/ui/skeleton';
import { useEffect } from 'react';
import { reductionPercent } from '../../listing/reduction.ts';
import { messages } from '../../messages.ts';
import type { ProductData } from './load-product.ts';
import { productMessages as texts } from './messages.ts';
import { OptionPicker } from './option-picker.tsx';
import { StockLine } from './stock-line.tsx';
import { useChosenVariant } from './use-chosen-variant.ts';
import { useLiveStock } from './use-live-stock.ts';
import { withLiveStock } from './variant-choice.ts';
import { VersionList } from './version-list.tsx';

export interface BuyBoxProps {
  product: ProductData;
  /** The variant that the address names. */
  variantId: string | undefined;
}

/** Everything that decides a purchase: what it is, whose it is, price, choices, stock, and the button. */
export function BuyBox({ product, variantId }: BuyBoxProps) {
  const { Slot } = useHost();
  const { update, connected } = useLiveStock(product.id);
  const variants = withLiveStock(product.variants, update);
  const [current, choose] = useChosenVariant({ slug: product.slug, variants }, variantId);
  const percent = reductionPercent(current.priceMinor, current.compareAtPriceMinor);
  useViewTracked(product, current.id, current.priceMinor);

  return (
    <div className="flex flex-col gap-6">
      <header className="flex flex-col gap-2">
        {product.brand !== '' && (
          <AppLink
            href={paths.search('', { brand: product.brand })}
            aria-label={texts.moreFromBrand(product.brand)}
            className="self-start text-sm font-medium text-ink-muted hover:text-ink hover:underline"
          >
            {product.brand}
          </AppLink>
        )}
        <h1 className="text-2xl font-semibold sm:text-3xl">{product.title}</h1>
        <p className="text-sm text-ink-muted">
          {texts.soldBy}{' '}
          <AppLink href={paths.store(product.seller.slug)} className={linkClass}>
            {product.seller.name}
          </AppLink>
        </p>
      </header>
      <p className="flex flex-wrap items-center gap-3" data-testid="product-price">
        <Price
          size="lg"
          priceMinor={current.priceMinor}
          compareAtMinor={current.compareAtPriceMinor}
          currency={product.currency}
        />
        {percent !== null && <Badge tone="danger">{messages.card.reducedBy(percent)}</Badge>}
      </p>
      <OptionPicker product={{ options: product.options, variants }} current={current} onChoose={choose} />
      <StockLine availableQuantity={current.availableQuantity} connected={connected} />
      <Slot
        name="checkout/add-to-cart"
        loading={<Skeleton className="h-13 w-full rounded-md" />}
        productId={product.id}
        sellerId={product.seller.id}
        variantId={current.id}
        title={product.title}
        priceMinor={current.priceMinor}
        currency={product.currency}
        availableQuantity={current.availableQuantity}
      />
      <noscript>
        <p className="mb-4 text-sm text-ink-muted">{texts.noScriptBuy}</p>
        {product.variants.length > 1 && <VersionList product={product} />}
      </noscript>
    </div>
  );
}

/** Reports each view of a product once, whatever is chosen on its page. */
function useViewTracked(product: ProductData, variantId: string, priceMinor: number): void {
  const { track } = useHost();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another variant or a new price is no new view
  useEffect(() => {
    track('product_viewed', {
      productId: product.id,
      sellerId: product.seller.id,
      variantId,
      priceMinor,
      currency: product.currency,
    });
  }, [product.id]);
}
