import { toApiError } from '@plaza/federation/host';
import type { LoaderResult } from '@plaza/federation/remote';

/**
 * Loads what only a seller may see. A stranger is sent to sign in; for an account that does not sell the data is null.
 * A thing that is not there, or not theirs, is `not_found`.
 */
export async function loadForSeller<Data>(load: () => Promise<Data>): LoaderResult<Data | null> {
  try {
    return { kind: 'ok', data: await load() };
  } catch (error) {
    switch (toApiError(error)?.code) {
      case 'UNAUTHORIZED':
        return { kind: 'sign_in_required' };
      case 'FORBIDDEN':
        return { kind: 'ok', data: null };
      case 'NOT_FOUND':
        return { kind: 'not_found' };
      default:
        throw error;
    }
  }
}

/** The page number of an address; the first for anything that is none. */
export function pageOf(text: string | undefined): number {
  const page = Number(text ?? 1);
  return Number.isInteger(page) && page >= 1 && page <= 500 ? page : 1;
}
