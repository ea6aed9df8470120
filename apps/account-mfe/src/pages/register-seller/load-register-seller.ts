import type { LoaderInput, LoaderResult } from '@plaza/federation/remote';
import { paths } from '@plaza/navigation';
import { type FormData, loadForm } from '../../form/load-form.ts';

/** Whoever is signed in has an account to sell with already. */
export async function loadRegisterSeller(input: LoaderInput): LoaderResult<FormData> {
  const account = await input.api.identity.me.query();
  if (!account) return loadForm(input);
  return { kind: 'redirect', href: account.seller ? paths.sellerDashboard() : paths.openShop() };
}
