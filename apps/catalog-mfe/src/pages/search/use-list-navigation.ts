import { useNavigation } from '@plaza/navigation';
import { useRouterState } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { listHref, type Place, type SearchQuery } from './search-query.ts';

/** Shorter waits than this show nothing: a skeleton that flashes is worse than none. */
const PATIENCE_MS = 200;

export interface ListNavigation {
  /** What the shopper chose, at once; the list itself follows. */
  chosen: SearchQuery;
  choose: (change: Partial<SearchQuery>) => void;
  /** The list has been under way for so long that the shopper should see it. */
  loading: boolean;
}

/** Moves through a list by its address, and answers before the server has. */
export function useListNavigation(place: Place, query: SearchQuery): ListNavigation {
  const { open } = useNavigation();
  const address = listHref(place, query, { page: query.page });
  const [draft, setDraft] = useState({ address, chosen: query });
  // A draft counts until the address has changed, whether it led there or the browser's back button did.
  if (draft.address !== address) setDraft({ address, chosen: query });
  const chosen = draft.address === address ? draft.chosen : query;

  return {
    chosen,
    choose: (change) => {
      const next = { ...chosen, page: 1, ...change };
      setDraft({ address, chosen: next });
      void open(listHref(place, next, { page: next.page }), { keepScroll: true });
    },
    loading: useDelayed(useLoadsList()),
  };
}

/** From a list to a list: a way out of the lists leaves this one in sight. */
const useLoadsList = (): boolean =>
  useRouterState({
    select: ({ isLoading, location, resolvedLocation }) =>
      isLoading && resolvedLocation !== undefined && isListPath(location.pathname),
  });

const isListPath = (pathname: string): boolean => /^\/(search$|category\/|store\/)/.test(pathname);

function useDelayed(now: boolean): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!now) return;
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [now]);
  return now && late;
}
