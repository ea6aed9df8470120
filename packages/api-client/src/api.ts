import type { AppRouter } from '@plaza/bff/router';
import type { QueryClient } from '@tanstack/react-query';
import type { TRPCClient } from '@trpc/client';
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import { createTRPCOptionsProxy, type TRPCOptionsProxy } from '@trpc/tanstack-react-query';

/** Calls procedures: `client.catalog.product.query({ slug })`. What loaders get. */
export type ApiClient = TRPCClient<AppRouter>;
/** Describes calls to TanStack Query: `useQuery(api.cart.get.queryOptions())`. What components get. */
export type Api = TRPCOptionsProxy<AppRouter>;

export type ApiInputs = inferRouterInputs<AppRouter>;
export type ApiOutputs = inferRouterOutputs<AppRouter>;

export const createApi = (client: ApiClient, queryClient: QueryClient): Api =>
  createTRPCOptionsProxy<AppRouter>({ client, queryClient });
