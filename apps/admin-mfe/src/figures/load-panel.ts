import { toApiError } from '@plaza/federation/host';

/** One panel's figures; null when they cannot be read now, so that the page stands without them. */
export async function loadPanel<Data>(load: () => Promise<Data>): Promise<Data | null> {
  try {
    return await load();
  } catch (error) {
    const code = toApiError(error)?.code;
    if (code === 'UNAUTHORIZED' || code === 'FORBIDDEN') throw error;
    return null;
  }
}
