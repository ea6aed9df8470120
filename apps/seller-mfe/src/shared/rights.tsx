import type { SellerPermission } from '@plaza/contracts';
import { paths } from '@plaza/navigation';
import { createContext, type ReactNode, useContext } from 'react';

/** The parts of selling, each with what somebody has to be allowed for it. */
const SECTIONS = [
  { id: 'dashboard', href: paths.sellerDashboard(), needs: 'figures' },
  { id: 'listings', href: paths.sellerListings(), needs: 'listings' },
  { id: 'orders', href: paths.sellerOrders(), needs: 'orders' },
  { id: 'team', href: paths.sellerTeam(), needs: 'team' },
] as const satisfies readonly { id: string; href: string; needs: SellerPermission }[];
export type SellerSection = (typeof SECTIONS)[number]['id'];

/** The parts that somebody with these rights sees. */
export const sectionsFor = (permissions: readonly SellerPermission[]) =>
  SECTIONS.filter(({ needs }) => permissions.includes(needs));

const Rights = createContext<readonly SellerPermission[]>([]);

/** Says what the visitor may do for their seller to everything inside. */
export function SellerRights({
  permissions,
  children,
}: {
  permissions: readonly SellerPermission[];
  children: ReactNode;
}) {
  return <Rights value={permissions}>{children}</Rights>;
}

export const useRights = (): readonly SellerPermission[] => useContext(Rights);
