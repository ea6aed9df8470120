import { createHash } from 'node:crypto';
import { type Registry, registrySchema } from '@plaza/contracts/registry';
import { type ChangeCache, createChangeCache } from '../platform/change-cache.ts';
import type { Services } from '../platform/services.ts';
import { readRegistryEntries } from './rollout.repository.ts';

/** Changes are heard of; this is for none that was missed to last. */
const KEPT_MS = 60_000;

/** The registry as it is sent, and a tag that changes with it. */
export interface RegistryDocument {
  body: string;
  etag: string;
}

/** Keeps the registry until some rollout changes, in whichever process. Reading it costs nothing while nothing changes. */
export function keepRegistry({ database, changes }: Pick<Services, 'database' | 'changes'>) {
  const cache: ChangeCache<RegistryDocument> = createChangeCache(changes, {
    maxEntries: 1,
    ttlMs: KEPT_MS,
    isAbout: (subject) => subject.startsWith('rollout:'),
  });
  return async (): Promise<RegistryDocument> => {
    const kept = await cache.read('all', async () => {
      const entries = await readRegistryEntries(database.client);
      return toDocument({
        schema: 2,
        remotes: Object.fromEntries(entries.map(({ frontend, entry }) => [frontend, entry])),
      });
    });
    return kept ?? toDocument({ schema: 2, remotes: {} });
  };
}

function toDocument(registry: Registry): RegistryDocument {
  const body = JSON.stringify(registrySchema.parse(registry));
  return { body, etag: `"${createHash('sha256').update(body).digest('base64url')}"` };
}
