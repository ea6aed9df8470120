import type { SlotProps } from '@plaza/contracts/remotes';
import { paths, useNavigation } from '@plaza/navigation';
import SearchIcon from 'lucide-react/icons/search';
import type { FormEvent } from 'react';
import { slotMessages } from '../messages.ts';

const texts = slotMessages.searchBox;
const MAX_QUERY_LENGTH = 100;

/** A search field that is a plain form until scripts run. */
export function SearchBox({ query }: SlotProps['catalog/search-box']) {
  const { open } = useNavigation();

  function search(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const words = new FormData(event.currentTarget).get('q');
    void open(paths.search(typeof words === 'string' ? words.trim() : ''));
  }
  return (
    <search>
      <form method="get" action={paths.search('')} onSubmit={search} className="relative">
        <input
          // A search that was done elsewhere shows here too.
          key={query}
          type="search"
          name="q"
          defaultValue={query}
          aria-label={texts.label}
          placeholder={texts.placeholder}
          maxLength={MAX_QUERY_LENGTH}
          enterKeyHint="search"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          className="h-11 w-full rounded-full border border-transparent bg-surface-sunken ps-4 pe-11 text-base text-ellipsis md:ps-5 text-ink transition-colors hover:border-line-strong/60 focus-visible:border-focus focus-visible:bg-surface focus-visible:outline-1 focus-visible:outline-offset-0 [&::-webkit-search-cancel-button]:hidden"
        />
        <button
          type="submit"
          aria-label={texts.submit}
          title={texts.submit}
          className="absolute inset-y-0.5 end-0.5 grid w-10 place-items-center rounded-full text-ink-muted transition-colors hover:text-ink"
        >
          <SearchIcon size={20} aria-hidden="true" />
        </button>
      </form>
    </search>
  );
}
