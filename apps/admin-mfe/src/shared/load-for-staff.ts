import { toApiError } from '@plaza/federation/host';
import type { LoaderResult } from '@plaza/federation/remote';

/**
 * Loads what only the staff may see. A stranger is sent to sign in; for an account without the role the data is null.
 * A thing that is not there is `not_found`.
 */
export async function loadForStaff<Data>(load: () => Promise<Data>): LoaderResult<Data | null> {
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

/** The part of a page that another role than the page's own may see; null for those who may not. */
export async function loadIfAllowed<Data>(load: () => Promise<Data>): Promise<Data | null> {
  try {
    return await load();
  } catch (error) {
    if (toApiError(error)?.code === 'FORBIDDEN') return null;
    throw error;
  }
}
