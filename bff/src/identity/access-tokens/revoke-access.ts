import type { Services } from '../../platform/services.ts';
import { hashToken } from '../tokens.ts';
import { endClient } from './end-api-client.ts';
import { findClientOfToken } from './refresh-token.repository.ts';

/** Ends the client that a refresh token belongs to, used or not: whoever has one may give up. Nothing happens else. */
export async function revokeAccess(services: Services, refreshToken: string): Promise<void> {
  const { database, clock, changes } = services;
  const clientId = await findClientOfToken(database.client, hashToken(refreshToken));
  if (clientId === null) return;
  await database.client.begin((tx) =>
    endClient(tx, { clientId, action: 'api_client.ended', at: clock.now() }),
  );
  changes.tell(`api_client:${clientId}`);
}
