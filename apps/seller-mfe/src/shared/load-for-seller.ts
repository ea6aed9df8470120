import type { Account, SellerPermission } from '@plaza/contracts';
import { toApiError } from '@plaza/federation/host';
import type { LoaderInput, LoaderResult } from '@plaza/federation/remote';
import { sectionsFor } from './rights.tsx';

type ForSeller<Data> = Data & { permissions: SellerPermission[] };

/**
 * Loads what only a seller may see, and what else they may do there. A stranger is sent to sign in; for an account that
 * does not sell the data is null; who works for a seller and may not see this goes to what they may see. A thing that is
 * not there, or not theirs, is `not_found`.
 */
export async function loadForSeller<Data extends object>(
  api: LoaderInput['api'],
  load: () => Promise<Data>,
): LoaderResult<ForSeller<Data> | null> {
  const asking = api.identity.me.query();
  try {
    const [data, account] = await Promise.all([load(), asking]);
    return { kind: 'ok', data: { ...data, permissions: account?.seller?.permissions ?? [] } };
  } catch (error) {
    switch (toApiError(error)?.code) {
      case 'UNAUTHORIZED':
        return { kind: 'sign_in_required' };
      case 'FORBIDDEN':
        return elsewhere(await asking);
      case 'NOT_FOUND':
        return { kind: 'not_found' };
      default:
        throw error;
    }
  }
}

/** To the first part of selling that they may see. */
async function elsewhere(account: Account | null): LoaderResult<null> {
  const [first] = account?.isEmailVerified ? sectionsFor(account.seller?.permissions ?? []) : [];
  return first ? { kind: 'redirect', href: first.href } : { kind: 'ok', data: null };
}

/** The page number of an address; the first for anything that is none. */
export function pageOf(text: string | undefined): number {
  const page = Number(text ?? 1);
  return Number.isInteger(page) && page >= 1 && page <= 500 ? page : 1;
}
