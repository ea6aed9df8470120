import {
  type CreateApiClientResult,
  type createApiClientInput,
  mayGrantScope,
  newId,
} from '@plaza/contracts';
import type { z } from 'zod';
import { appendAudit } from '../../audit/public.ts';
import { queueMail } from '../../notification/public.ts';
import type { Services } from '../../platform/services.ts';
import type { Session } from '../../platform/trpc.ts';
import { hashToken, newToken } from '../tokens.ts';
import { apiClientCreatedMail } from './api-client.mails.ts';
import { countClients, insertClient } from './api-client.repository.ts';
import { CLIENT_LIFE_MS, REFRESH_IDLE_MS } from './judge-refresh.ts';
import { insertToken } from './refresh-token.repository.ts';
import { toApiClient } from './to-api-client.ts';

const MAX_CLIENTS = 20;

/**
 * Makes a program that acts for somebody, with no more rights than they have. Its refresh token is answered this once; the
 * owner is told by mail, because the program stays when their browsers are signed out one by one.
 */
export async function createApiClient(
  { services, session }: { services: Services; session: Session },
  { name, scopes }: z.output<typeof createApiClientInput>,
): Promise<CreateApiClientResult> {
  const { account } = session;
  const foreign = scopes.filter((scope) => !mayGrantScope(account, scope));
  if (foreign.length > 0) {
    const message = `Your account may not give this: ${foreign.join(', ')}.`;
    return { ok: false, code: 'scope_not_yours', message };
  }
  const now = services.clock.now();
  const id = newId();
  const refreshToken = newToken();
  const expiresAt = new Date(now.getTime() + CLIENT_LIFE_MS);
  const idleUntil = new Date(now.getTime() + REFRESH_IDLE_MS);
  const isMade = await services.database.client.begin(async (tx) => {
    if ((await countClients(tx, account.id)) >= MAX_CLIENTS) return false;
    await insertClient(tx, { id, accountId: account.id, name, scopes, expiresAt, now });
    await insertToken(tx, { tokenHash: hashToken(refreshToken), clientId: id, now, expiresAt: idleUntil });
    const data = { name, scopes, at: now.toISOString() };
    await queueMail(tx, apiClientCreatedMail, { to: account.email, data, dedupeKey: id, now });
    await appendAudit(tx, {
      actor: { kind: 'account', accountId: account.id },
      action: 'api_client.created',
      subject: { kind: 'api_client', id },
      details: { scopes },
      at: now,
    });
    return true;
  });
  if (!isMade) {
    const message = `An account has at most ${MAX_CLIENTS} API clients. End one that you do not need.`;
    return { ok: false, code: 'too_many', message };
  }
  services.mailWaker.wake();
  const client = { id, name, scopes, createdAt: now, lastUsedAt: null, idleUntil, expiresAt };
  return { ok: true, client: toApiClient(client), refreshToken };
}
