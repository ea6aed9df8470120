import { createApi } from '@plaza/api-client';
import { createBrowserClient } from '@plaza/api-client/browser';
import type { PageResult } from '@plaza/contracts/remotes';
import { formatSearchParams, parseSearchParams } from '@plaza/navigation';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { type ComponentType, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { type Host, HostProvider, type SlotElementProps } from './host.tsx';

interface ExposedModule {
  default: ComponentType<Record<string, unknown>>;
  loader?: (input: unknown) => Promise<PageResult<unknown>>;
}

/**
 * Runs one remote without a shell, for `npm run dev` in its folder: `/?expose=product&productSlug=…` shows that page or
 * slot with the rest of the query string as parameters and props. Calls go to a running shop through the dev server.
 */
export async function startHarness(input: {
  remote: string;
  modules: Record<string, () => Promise<unknown>>;
}): Promise<void> {
  const { expose, ...params } = parseSearchParams(location.search);
  const load = input.modules[`./exposes/${expose}.ts`];
  const client = createBrowserClient('/api/trpc');
  const queryClient = new QueryClient();
  const host: Host = {
    api: createApi(client, queryClient),
    client,
    Slot: SlotPlace,
    track: (event, properties) => console.info('track', event, properties),
    notify: (notification) => console.info('notify', notification),
  };

  // The module is this remote's own code, whose shape its expose file has been checked for.
  const module = load && ((await load()) as ExposedModule);
  const result = await module?.loader?.({ params, search: params, api: client });
  const data = result?.kind === 'ok' ? result.data : undefined;

  const content = !module ? (
    <ExposeList names={Object.keys(input.modules)} />
  ) : result && result.kind !== 'ok' ? (
    <pre>{JSON.stringify(result, null, 2)}</pre>
  ) : (
    <module.default {...params} params={params} search={params} data={data} />
  );
  const router = createRouter({
    routeTree: createRootRoute({ component: () => content }),
    parseSearch: parseSearchParams,
    stringifySearch: formatSearchParams,
  });
  const root = document.getElementById('root');
  if (!root) throw new Error(`the index.html of ${input.remote} has no #root`);
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <HostProvider host={host}>
          <RouterProvider router={router} />
        </HostProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
}

const SlotPlace = ({ name }: SlotElementProps) => <output style={{ outline: '1px dashed' }}>{name}</output>;

function ExposeList({ names }: { names: string[] }) {
  const exposes = names.map((name) => name.replace(/^.*\/|\.ts$/g, ''));
  return (
    <ul>
      {exposes.map((expose) => (
        <li key={expose}>
          <a href={`?expose=${expose}`}>{expose}</a>
        </li>
      ))}
    </ul>
  );
}
