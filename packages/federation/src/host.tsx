import type { Api, ApiClient } from '@plaza/api-client';
import type { SlotProps } from '@plaza/contracts/remotes';
import type { Track } from '@plaza/telemetry';
import { type ComponentType, createContext, type ReactNode, use } from 'react';

// From here only: it tells answers from failures by a class that must exist once on a page.
export { type ApiError, toApiError } from '@plaza/api-client';
export { useSubscription } from '@trpc/tanstack-react-query';

/** Which slot, what to show while it loads, and the props that the slot itself takes. */
export type SlotElementProps = {
  [Name in keyof SlotProps]: { name: Name; loading?: ReactNode } & SlotProps[Name];
}[keyof SlotProps];

export interface Notification {
  tone: 'success' | 'info' | 'warning' | 'danger';
  text: string;
  action?: { label: string; href: string };
}

/** What the shell gives to every page and slot. */
export interface Host {
  /** For TanStack Query: `useQuery(api.cart.get.queryOptions())`. */
  api: Api;
  /** For direct calls, outside of queries. */
  client: ApiClient;
  /** A part that another remote offers; while it is absent a fallback stands in its place. */
  Slot: ComponentType<SlotElementProps>;
  track: Track;
  /** Says something in passing, at the edge of the screen, and to screen readers. */
  notify: (notification: Notification) => void;
}

const HostContext = createContext<Host | null>(null);

export function HostProvider({ host, children }: { host: Host; children: ReactNode }) {
  return <HostContext value={host}>{children}</HostContext>;
}

/** What the shell offers. @throws outside of a shell or a development harness */
export function useHost(): Host {
  const host = use(HostContext);
  if (!host) throw new Error('useHost() needs a HostProvider above it');
  return host;
}
