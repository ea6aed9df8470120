import type { SearchResult } from '@plaza/contracts';
import { MARKET_CURRENCY } from '@plaza/contracts/limits';
import { Button } from '@plaza/ui/button';
import { formatMoney } from '@plaza/ui/format';
import { TextField } from '@plaza/ui/text-field';
import { FilterGroup } from './filter-group.tsx';
import { searchMessages as texts } from './messages.ts';
import { writePrice } from './price-text.ts';
import type { SearchQuery } from './search-query.ts';

/** Lowest and highest price, typed; Enter or the button applies them. */
export function PriceFilter(props: { range: SearchResult['facets']['price']; chosen: SearchQuery }) {
  const { range, chosen } = props;
  const bounds = [
    { name: 'min', label: texts.minPrice, priceMinor: chosen.minPriceMinor, hint: range?.minMinor },
    { name: 'max', label: texts.maxPrice, priceMinor: chosen.maxPriceMinor, hint: range?.maxMinor },
  ];
  return (
    <FilterGroup title={texts.price}>
      <div className="grid grid-cols-2 gap-3">
        {bounds.map(({ name, label, priceMinor, hint }) => (
          <TextField
            // A bound that was changed elsewhere shows here too.
            key={`${name} ${priceMinor}`}
            name={name}
            label={label}
            defaultValue={priceMinor === null ? '' : writePrice(priceMinor)}
            placeholder={hint === undefined ? undefined : formatMoney(hint, MARKET_CURRENCY)}
            inputMode="decimal"
            autoComplete="off"
            maxLength={12}
            required={false}
          />
        ))}
      </div>
      <Button type="submit" variant="secondary" size="sm" className="mt-1 self-start">
        {texts.applyPrice}
      </Button>
    </FilterGroup>
  );
}
