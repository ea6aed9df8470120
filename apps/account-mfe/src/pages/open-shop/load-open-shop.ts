import type { LoaderInput, LoaderResult } from '@plaza/federation/remote';
import { paths } from '@plaza/navigation';

export interface OpenShopData {
  email: string;
  isEmailVerified: boolean;
}

export async function loadOpenShop({ api }: LoaderInput): LoaderResult<OpenShopData> {
  const account = await api.identity.me.query();
  if (!account) return { kind: 'sign_in_required' };
  if (account.seller) return { kind: 'redirect', href: paths.sellerDashboard() };
  return { kind: 'ok', data: { email: account.email, isEmailVerified: account.isEmailVerified } };
}
