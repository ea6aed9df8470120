import { type ApiClient, createApi } from '@plaza/api-client';
import { type Host, HostProvider, type Notification } from '@plaza/federation/host';
import type { Toaster, ToastInput } from '@plaza/ui/toaster-store';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { SlotPart } from './remotes/slot-part.tsx';
import type { ShellRouter } from './router.tsx';
import { type Shell, ShellContext } from './shell-context.ts';

const QUERY_STALE_MS = 15_000;

export interface ShellAppProps {
  shell: Shell;
  host: Host;
  queryClient: QueryClient;
  router: ShellRouter;
}

/** The whole application, the same on the server and in the browser. */
export function ShellApp({ shell, host, queryClient, router }: ShellAppProps) {
  return (
    <ShellContext value={shell}>
      <QueryClientProvider client={queryClient}>
        <HostProvider host={host}>
          <RouterProvider router={router} />
        </HostProvider>
      </QueryClientProvider>
    </ShellContext>
  );
}

export function createHost(input: {
  client: ApiClient;
  queryClient: QueryClient;
  shell: Pick<Shell, 'telemetry' | 'toaster'>;
}): Host {
  return {
    api: createApi(input.client, input.queryClient),
    client: input.client,
    Slot: SlotPart,
    track: input.shell.telemetry.track,
    notify: notifyThrough(input.shell.toaster),
  };
}

export const createQueryClient = (): QueryClient =>
  new QueryClient({ defaultOptions: { queries: { staleTime: QUERY_STALE_MS, retry: 2 } } });

const TOAST_TONES: Record<Notification['tone'], ToastInput['tone']> = {
  success: 'positive',
  info: 'neutral',
  warning: 'danger',
  danger: 'danger',
};

const notifyThrough =
  (toaster: Toaster) =>
  ({ tone, text, action }: Notification) => {
    toaster.show({ title: text, tone: TOAST_TONES[tone], action });
  };
