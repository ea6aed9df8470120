import type { ApiClient } from '@plaza/contracts';
import type { ApiClientRecord } from './api-client.repository.ts';

/** A client as its owner sees it. */
export const toApiClient = ({ id, name, scopes, ...moments }: ApiClientRecord): ApiClient => ({
  id,
  name,
  scopes,
  createdAt: moments.createdAt.toISOString(),
  lastUsedAt: moments.lastUsedAt?.toISOString() ?? null,
  idleUntil: moments.idleUntil.toISOString(),
  expiresAt: moments.expiresAt.toISOString(),
});
