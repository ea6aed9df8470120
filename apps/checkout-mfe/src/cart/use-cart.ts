import type { Cart } from '@plaza/contracts';
import { useHost } from '@plaza/federation/host';
import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { guessAdded, guessQuantity } from './cart-guesses.ts';

/** Changes of the cart go one after another, so that their answers arrive in the order of the presses. */
export const CART_SCOPE = { id: 'cart' };
const STALE_MS = 5_000;

/** The browser's cart. Fetched by the browser only: a page that anybody may see holds nobody's cart. */
export function useCart() {
  const { api } = useHost();
  return useQuery({ ...api.cart.get.queryOptions(), staleTime: STALE_MS, refetchOnWindowFocus: true });
}

/**
 * As `useCart`, for a page whose loader has read the cart already. Shows whichever is newer: the loader's, or what
 * this tab has learned since.
 */
export function useLoadedCart(loaded: Cart): Cart {
  const { api } = useHost();
  const queryClient = useQueryClient();
  const query = useQuery({
    ...api.cart.get.queryOptions(),
    initialData: loaded,
    staleTime: STALE_MS,
    refetchOnWindowFocus: true,
  });
  useEffect(() => {
    queryClient.setQueryData(api.cart.get.queryKey(), (known) =>
      known && known.version > loaded.version ? known : loaded,
    );
  }, [loaded, queryClient, api]);
  return query.data;
}

const changesUnderWay = (queryClient: QueryClient): number =>
  queryClient.isMutating({ predicate: (mutation) => mutation.options.scope?.id === CART_SCOPE.id });

/** Reads and writes the cart that this tab shows. */
export function useCartCache() {
  const { api } = useHost();
  const queryClient = useQueryClient();
  const { queryKey } = api.cart.get.queryOptions();
  return {
    /** Shows at once what the server will most likely answer. */
    async guess(change: (cart: Cart) => Cart): Promise<void> {
      await queryClient.cancelQueries({ queryKey });
      queryClient.setQueryData(queryKey, (cart) => cart && change(cart));
    },
    /** The server's word; left out while a later change is under way, whose answer will hold this one. */
    settle(cart: Cart): void {
      if (changesUnderWay(queryClient) <= 1) queryClient.setQueryData(queryKey, cart);
    },
    /** After an answer that was lost: asks what is true. */
    refetch(): Promise<void> {
      return queryClient.invalidateQueries({ queryKey });
    },
  };
}

/** Puts items in the cart; the answer may refuse with a reason. */
export function useAddItem() {
  const { api } = useHost();
  const cache = useCartCache();
  return useMutation(
    api.cart.addItem.mutationOptions({
      scope: CART_SCOPE,
      onMutate: ({ variantId, quantity = 1 }) => cache.guess((cart) => guessAdded(cart, variantId, quantity)),
      onSuccess: (answer) => cache.settle(answer.cart),
      onError: () => cache.refetch(),
    }),
  );
}

/** Sets the quantity of a line; zero removes it. The answer may refuse with a reason. */
export function useSetQuantity() {
  const { api } = useHost();
  const cache = useCartCache();
  return useMutation(
    api.cart.setQuantity.mutationOptions({
      scope: CART_SCOPE,
      onMutate: ({ variantId, quantity }) => cache.guess((cart) => guessQuantity(cart, variantId, quantity)),
      onSuccess: (answer) => cache.settle(answer.cart),
      onError: () => cache.refetch(),
    }),
  );
}

/** The buyer has seen the new prices and goes on with them. */
export function useAcceptPrices() {
  const { api } = useHost();
  const cache = useCartCache();
  return useMutation(
    api.cart.acceptPrices.mutationOptions({
      scope: CART_SCOPE,
      onSuccess: (cart) => cache.settle(cart),
      onError: () => cache.refetch(),
    }),
  );
}
