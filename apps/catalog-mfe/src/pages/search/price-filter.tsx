import type { SearchResult } from '@plaza/contracts';
import { MARKET_CURRENCY } from '@plaza/contracts/limits';
import { Button } from '@plaza/ui/button';
import { formatMoney } from '@plaza/ui/format';
import { TextField } from '@plaza/ui/text-field';
import { messages } from '../../messages.ts';
import { Group } from './filter-form.tsx';
import { writePrice } from './price-text.ts';
import type { SearchQuery } from './search-query.ts';

const texts = messages.search;

/** Lowest and highest price, typed; Enter or the button applies them. */
export function PriceFilter(props: { range: SearchResult['facets']['price']; chosen: SearchQuery }) {
  const { range, chosen } = props;
  const minText = chosen.minPriceMinor === null ? '' : writePrice(chosen.minPriceMinor);
  const maxText = chosen.maxPriceMinor === null ? '' : writePrice(chosen.maxPriceMinor);
  const field = {
    inputMode: 'decimal',
    autoComplete: 'off',
    optional: true,
    maxLength: 12,
    optionalLabel: ' ',
  } as const;
  return (
    <Group title={texts.price}>
      {range && (
        <p className="text-sm text-ink-muted tabular-nums">
          {texts.priceRange(
            formatMoney(range.minMinor, MARKET_CURRENCY),
            formatMoney(range.maxMinor, MARKET_CURRENCY),
          )}
        </p>
      )}
      <div className="grid grid-cols-2 gap-3">
        <TextField
          key={`min-${minText}`}
          name="min"
          label={texts.minPrice}
          defaultValue={minText}
          {...field}
        />
        <TextField
          key={`max-${maxText}`}
          name="max"
          label={texts.maxPrice}
          defaultValue={maxText}
          {...field}
        />
      </div>
      <Button type="submit" variant="secondary" size="sm" className="mt-1 self-start">
        {texts.applyPrice}
      </Button>
    </Group>
  );
}
