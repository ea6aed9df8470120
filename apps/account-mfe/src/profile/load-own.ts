import { toApiError } from '@plaza/federation/host';
import type { LoaderResult } from '@plaza/federation/remote';

/** Loads what is somebody's own; a stranger is sent to sign in. */
export async function loadOwn<Data>(load: () => Promise<Data>): LoaderResult<Data> {
  try {
    return { kind: 'ok', data: await load() };
  } catch (error) {
    if (toApiError(error)?.code === 'UNAUTHORIZED') return { kind: 'sign_in_required' };
    throw error;
  }
}
