import { Button } from '@plaza/ui/button';
import { SelectField } from '@plaza/ui/select-field';
import { searchMessages as texts } from './messages.ts';
import { type SearchQuery, SORTS } from './search-query.ts';

const OPTIONS = SORTS.map((value) => ({ value, label: texts.sorts[value] }));

export interface SortSelectProps {
  chosen: SearchQuery;
  choose: (change: Partial<SearchQuery>) => void;
  /** The form that the order is sent with where scripts do not run. */
  formId: string;
}

export function SortSelect({ chosen, choose, formId }: SortSelectProps) {
  return (
    <div className="flex items-center gap-2">
      <SelectField
        label={texts.sort}
        hideLabel
        name="sort"
        form={formId}
        size="sm"
        options={OPTIONS}
        value={chosen.sort}
        onChange={(event) => {
          const sort = SORTS.find((known) => known === event.target.value);
          if (sort) choose({ sort });
        }}
        className="w-48"
      />
      <noscript>
        <Button type="submit" form={formId} variant="secondary" size="sm">
          {texts.sortGo}
        </Button>
      </noscript>
    </div>
  );
}
