import { useSyncExternalStore } from 'react';

const never = () => () => undefined;

/** False in the server's HTML and until the browser has taken it over, true from then on. */
export const useHydrated = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
