import type { Services } from '../platform/services.ts';
import { CATALOG_TAG } from './cache-tags.ts';
import { writeSoldCounts } from './sold-count.repository.ts';

/** Brings "best selling" up to date with what was sold. For a job: a sale itself touches no product. */
export async function refreshSoldCounts(services: Services): Promise<void> {
  const changed = await writeSoldCounts(services.database.client);
  if (changed > 0) services.responseCache.forget([CATALOG_TAG]);
}
