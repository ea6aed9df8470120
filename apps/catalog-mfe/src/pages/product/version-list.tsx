import { paths } from '@plaza/navigation';
import { formatMoney } from '@plaza/ui/format';
import type { ProductData } from './load-product.ts';
import { productMessages as texts } from './messages.ts';
import { stockText } from './stock-line.tsx';
import { variantLabel } from './variant-choice.ts';

/** Every variant with price and stock, for browsers that cannot use the pickers. */
export function VersionList({ product }: { product: ProductData }) {
  return (
    <table className="w-full text-start text-sm">
      <caption className="pb-2 text-start font-medium">{texts.allVersions}</caption>
      <thead className="text-ink-muted">
        <tr>
          <th className="py-1.5 text-start font-normal">{texts.version}</th>
          <th className="py-1.5 text-start font-normal">{texts.price}</th>
          <th className="py-1.5 text-start font-normal">{texts.stock}</th>
        </tr>
      </thead>
      <tbody>
        {product.variants.map((variant) => (
          <tr key={variant.id} className="border-t border-line">
            <th scope="row" className="py-1.5 pe-3 text-start font-medium">
              <a href={`${paths.product(product.slug)}?variant=${variant.id}`}>{variantLabel(variant)}</a>
            </th>
            <td className="py-1.5 pe-3 tabular-nums">{formatMoney(variant.priceMinor, product.currency)}</td>
            <td className="py-1.5">{stockText(variant.availableQuantity)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
