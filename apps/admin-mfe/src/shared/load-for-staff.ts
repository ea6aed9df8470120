import { toApiError } from '@plaza/federation/host';
import type { LoaderResult } from '@plaza/federation/remote';

/** Why somebody who is signed in sees nothing: without the role, or with no second proof shown, which staff have to. */
export type Denied = 'not_staff' | 'second_step_required';

/**
 * Loads what only the staff may see. A stranger is sent to sign in; to others the data says why they see nothing.
 * A thing that is not there is `not_found`.
 */
export async function loadForStaff<Data>(load: () => Promise<Data>): LoaderResult<Data | Denied> {
  try {
    return { kind: 'ok', data: await load() };
  } catch (error) {
    const answer = toApiError(error);
    switch (answer?.code) {
      case 'UNAUTHORIZED':
        return { kind: 'sign_in_required' };
      case 'FORBIDDEN':
        return { kind: 'ok', data: answer.reason === 'second_step_required' ? answer.reason : 'not_staff' };
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
