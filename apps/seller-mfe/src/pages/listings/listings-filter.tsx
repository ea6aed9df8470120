import { type ProductStatus, productStatusSchema } from '@plaza/contracts';
import { paths, useNavigation } from '@plaza/navigation';
import { Button } from '@plaza/ui/button';
import { SelectField } from '@plaza/ui/select-field';
import { TextField } from '@plaza/ui/text-field';
import Search from 'lucide-react/icons/search';
import { useState } from 'react';
import { messages } from '../../messages.ts';

const texts = messages.listings;

/** Search and status, kept in the address. */
export function ListingsFilter({ query, status }: { query: string; status: ProductStatus | undefined }) {
  const { open } = useNavigation();
  const [text, setText] = useState(query);
  const show = (next: { q: string; status: string | undefined }) =>
    void open(paths.sellerListings(next), { keepScroll: true });
  return (
    <search className="mb-5 block">
      <form
        action={paths.sellerListings()}
        className="flex flex-wrap items-end gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          show({ q: text.trim(), status });
        }}
      >
        <TextField
          type="search"
          name="q"
          label={texts.search}
          hideLabel
          placeholder={texts.search}
          leading={<Search size={18} aria-hidden="true" />}
          value={text}
          onChange={(event) => setText(event.target.value)}
          className="min-w-60 flex-1 sm:max-w-md"
        />
        <Button type="submit" variant="secondary">
          {texts.searchButton}
        </Button>
        <SelectField
          label={texts.status}
          hideLabel
          optional
          name="status"
          value={status ?? ''}
          onChange={(event) => show({ q: text.trim(), status: event.target.value })}
          placeholder={texts.anyStatus}
          options={productStatusSchema.options.map((value) => ({ value, label: messages.status[value] }))}
          className="min-w-44"
        />
      </form>
    </search>
  );
}
