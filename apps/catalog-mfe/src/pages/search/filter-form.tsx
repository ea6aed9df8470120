import type { SearchResult } from '@plaza/contracts';
import { AppLink } from '@plaza/navigation';
import { Button } from '@plaza/ui/button';
import { Checkbox } from '@plaza/ui/checkbox';
import { formatCount } from '@plaza/ui/format';
import ChevronLeft from 'lucide-react/icons/chevron-left';
import { brandChoices } from './brand-choices.ts';
import { FilterGroup } from './filter-group.tsx';
import { searchMessages as texts } from './messages.ts';
import { PriceFilter } from './price-filter.tsx';
import {
  brandValue,
  categoryHref,
  listHref,
  listPath,
  type Place,
  readSearchQuery,
  type SearchQuery,
} from './search-query.ts';

const FIRST_BRANDS = 8;
const upClass = 'flex items-center gap-1.5 rounded-xs py-1.5 text-ink-muted hover:text-ink hover:underline';

export interface FilterFormProps {
  place: Place;
  result: SearchResult;
  chosen: SearchQuery;
  choose: (change: Partial<SearchQuery>) => void;
  /** Lets a control elsewhere on the page belong to this form. */
  id?: string;
  /** The sort order is chosen outside and is no part of this form: send it along. */
  keepSort?: boolean;
}

/** Everything that narrows a list. Changes apply at once; without scripts it is a plain form with a button. */
export function FilterForm({ place, result, chosen, choose, id, keepSort }: FilterFormProps) {
  const { facets } = result;
  const upper = result.category?.breadcrumbs.at(-2);
  const brands = brandChoices(facets.brands, chosen.brands);
  const moreBrands = brands.slice(FIRST_BRANDS);
  const toggleBrand = (name: string, on: boolean) =>
    choose({ brands: on ? [...chosen.brands, name] : chosen.brands.filter((brand) => brand !== name) });
  const brandBox = ({ name, count }: (typeof brands)[number]) => (
    <li key={name}>
      <Checkbox
        name="brand"
        value={brandValue(name)}
        label={name}
        aside={formatCount(count)}
        checked={chosen.brands.includes(name)}
        onChange={(event) => toggleBrand(name, event.target.checked)}
      />
    </li>
  );

  return (
    <form
      id={id}
      method="get"
      action={listPath(place)}
      className="flex flex-col gap-7"
      onSubmit={(event) => {
        event.preventDefault();
        const fields = new FormData(event.currentTarget);
        const { minPriceMinor, maxPriceMinor } = readSearchQuery({
          min: String(fields.get('min') ?? ''),
          max: String(fields.get('max') ?? ''),
        });
        choose({ minPriceMinor, maxPriceMinor });
      }}
    >
      {chosen.query !== '' && <input type="hidden" name="q" value={chosen.query} />}
      {keepSort && chosen.sort !== 'relevance' && <input type="hidden" name="sort" value={chosen.sort} />}
      {chosen.category !== null && <input type="hidden" name="category" value={chosen.category} />}
      {(facets.categories.length > 0 || chosen.category !== null) && (
        <FilterGroup title={texts.categories}>
          {chosen.category !== null && (
            <AppLink href={listHref(place, chosen, { category: upper?.slug ?? null })} className={upClass}>
              <ChevronLeft size={14} aria-hidden="true" />
              {upper?.name ?? texts.allCategories}
            </AppLink>
          )}
          <ul className="flex flex-col">
            {facets.categories.map((category) => (
              <li key={category.slug}>
                <AppLink
                  href={categoryHref(place, chosen, category.slug)}
                  className="flex justify-between gap-3 rounded-xs py-1.5 text-ink hover:text-accent hover:underline"
                >
                  {category.name}
                  <span className="text-sm text-ink-muted tabular-nums">{formatCount(category.count)}</span>
                </AppLink>
              </li>
            ))}
          </ul>
        </FilterGroup>
      )}
      <FilterGroup title={texts.availability}>
        <Checkbox
          name="stock"
          value="1"
          label={texts.inStock}
          checked={chosen.inStockOnly}
          onChange={(event) => choose({ inStockOnly: event.target.checked })}
        />
      </FilterGroup>
      <PriceFilter range={facets.price} chosen={chosen} />
      {brands.length > 0 && (
        <FilterGroup title={texts.brands}>
          <ul className="flex flex-col">{brands.slice(0, FIRST_BRANDS).map(brandBox)}</ul>
          {moreBrands.length > 0 && (
            <details
              className="group/more"
              open={moreBrands.some(({ name }) => chosen.brands.includes(name))}
            >
              <summary className="rounded-xs py-2 text-sm font-medium text-accent group-open/more:hidden">
                {texts.moreBrands(moreBrands.length)}
              </summary>
              <ul className="flex flex-col">{moreBrands.map(brandBox)}</ul>
            </details>
          )}
        </FilterGroup>
      )}
      <noscript>
        <Button type="submit" fullWidth>
          {texts.apply}
        </Button>
      </noscript>
    </form>
  );
}
