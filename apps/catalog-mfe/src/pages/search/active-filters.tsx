import type { CategoryLink } from '@plaza/contracts';
import { MARKET_CURRENCY } from '@plaza/contracts/limits';
import { AppLink } from '@plaza/navigation';
import { linkClass } from '@plaza/ui/button';
import { formatMoney } from '@plaza/ui/format';
import X from 'lucide-react/icons/x';
import { searchMessages as texts } from './messages.ts';
import { countFilters, listHref, type Place, type SearchQuery, withoutFilters } from './search-query.ts';

interface ActiveFiltersProps {
  place: Place;
  query: SearchQuery;
  /** The category that is listed; a filter only within a store. */
  category: CategoryLink | null;
}

/** The filters in force, each a link to the list without it. */
export function ActiveFilters({ place, query, category }: ActiveFiltersProps) {
  if (countFilters(query) === 0) return null;
  return (
    <ul aria-label={texts.active} className="flex flex-wrap items-center gap-2">
      {activeFilters(query, category).map(({ label, change }) => (
        <li key={label}>
          <AppLink
            href={listHref(place, query, change)}
            keepScroll
            prefetch={false}
            aria-label={texts.remove(label)}
            className="inline-flex min-h-9 items-center gap-1.5 rounded-full border border-line-strong/60 bg-surface ps-3.5 pe-2.5 text-sm text-ink no-underline transition-colors hover:border-ink-muted hover:bg-surface-sunken"
          >
            {label}
            <X size={16} aria-hidden="true" className="text-ink-muted" />
          </AppLink>
        </li>
      ))}
      <li>
        <AppLink
          href={listHref(place, withoutFilters(query))}
          keepScroll
          prefetch={false}
          className={`${linkClass} px-2 py-1.5 text-sm`}
        >
          {texts.clearAll}
        </AppLink>
      </li>
    </ul>
  );
}

/** Every filter in force with the change that takes it away. */
function activeFilters(
  query: SearchQuery,
  category: CategoryLink | null,
): { label: string; change: Partial<SearchQuery> }[] {
  const { minPriceMinor, maxPriceMinor } = query;
  return [
    ...(query.category === null
      ? []
      : [{ label: category?.name ?? query.category, change: { category: null } }]),
    ...query.brands.map((brand) => ({
      label: brand,
      change: { brands: query.brands.filter((other) => other !== brand) },
    })),
    ...(minPriceMinor === null
      ? []
      : [
          {
            label: texts.chipFrom(formatMoney(minPriceMinor, MARKET_CURRENCY)),
            change: { minPriceMinor: null },
          },
        ]),
    ...(maxPriceMinor === null
      ? []
      : [
          {
            label: texts.chipTo(formatMoney(maxPriceMinor, MARKET_CURRENCY)),
            change: { maxPriceMinor: null },
          },
        ]),
    ...(query.inStockOnly ? [{ label: texts.inStock, change: { inStockOnly: false } }] : []),
  ];
}
