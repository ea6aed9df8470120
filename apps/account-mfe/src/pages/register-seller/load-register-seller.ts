import type { LoaderInput, LoaderResult } from '@plaza/federation/remote';
import { paths } from '@plaza/navigation';
import { loadForm } from '../../form/load-form.ts';
import type { RegisterData } from '../register/load-register.ts';

/** Whoever is signed in has an account to sell with already. */
export async function loadRegisterSeller(input: LoaderInput): LoaderResult<RegisterData> {
  const account = await input.api.identity.me.query();
  if (!account) return loadForm(input);
  return { kind: 'redirect', href: account.seller ? paths.sellerDashboard() : paths.openShop() };
}
