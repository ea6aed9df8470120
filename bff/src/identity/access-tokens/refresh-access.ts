import type { ApiScope, Role } from '@plaza/contracts';
import { queueMail } from '../../notification/public.ts';
import type { Query } from '../../platform/query.ts';
import type { LimitRule } from '../../platform/rate-limits.ts';
import type { Services } from '../../platform/services.ts';
import { toAccount } from '../account-record.ts';
import { hashToken, newToken } from '../tokens.ts';
import { issueAccessToken } from './access-token.ts';
import { apiClientReusedMail } from './api-client.mails.ts';
import { type ClientWithAccount, findClient, touchClient } from './api-client.repository.ts';
import { endClient } from './end-api-client.ts';
import { judgeRefresh, REFRESH_IDLE_MS } from './judge-refresh.ts';
import { findClientOfToken, findToken, lockClient, replaceToken } from './refresh-token.repository.ts';

/** A token works ten minutes, so a client needs six an hour. Bounds how many used ones are kept of it. */
const OF_CLIENT: LimitRule = { name: 'oauth-client', points: 60, durationS: 3_600 };

interface RefreshInput {
  refreshToken: string;
  clientId: string;
  /** What the access token shall be limited to; null for all that the client may. */
  scopes: readonly string[] | null;
}
export type RefreshResult =
  | { ok: true; accessToken: string; expiresInS: number; refreshToken: string; scopes: ApiScope[] }
  | { ok: false; code: 'invalid_grant' | 'invalid_scope' }
  | { ok: false; code: 'too_many'; retryAfterMs: number };

interface Given {
  accountId: string;
  roles: readonly Role[];
  refreshToken: string;
  scopes: ApiScope[];
}

/**
 * Gives an access token for a refresh token, and the next refresh token, of which a client has one that works at any time.
 * One that was used before ends the client: two have it, and which one is the thief nobody can tell.
 */
export async function refreshAccess(services: Services, input: RefreshInput): Promise<RefreshResult> {
  const { database, rateLimits, changes, mailWaker } = services;
  const clientId = await findClientOfToken(database.client, hashToken(input.refreshToken));
  if (clientId === null || clientId !== input.clientId) return { ok: false, code: 'invalid_grant' };
  const limit = await rateLimits.consume(OF_CLIENT, clientId);
  if (!limit.allowed) return { ok: false, code: 'too_many', retryAfterMs: limit.retryAfterMs };

  const outcome = await database.client.begin((tx) => exchange(tx, services, input));
  if (outcome === 'ended') {
    changes.tell(`api_client:${clientId}`);
    mailWaker.wake();
    services.log.warn({ clientId }, 'a refresh token was used twice; its client is ended');
    return { ok: false, code: 'invalid_grant' };
  }
  if (typeof outcome === 'string') return { ok: false, code: outcome };
  const { accountId, roles, scopes, refreshToken } = outcome;
  const { token, expiresInS } = await issueAccessToken(services, { clientId, accountId, scopes, roles });
  return { ok: true, accessToken: token, expiresInS, refreshToken, scopes };
}

/** One at a time for each client, whichever process answers. */
async function exchange(
  tx: Query,
  services: Services,
  { refreshToken, clientId, scopes }: RefreshInput,
): Promise<Given | 'ended' | 'invalid_grant' | 'invalid_scope'> {
  const now = services.clock.now();
  const usedHash = hashToken(refreshToken);
  await lockClient(tx, clientId);
  const found = await findClient(tx, clientId);
  const kept = await findToken(tx, usedHash);
  if (!found || !kept || found.account.status !== 'active') return 'invalid_grant';
  const { client, account } = found;
  const verdict = judgeRefresh(kept, now);
  if (verdict === 'reuse') return endReused(tx, services, found, now);
  if (verdict === 'expired' || client.expiresAt <= now) return 'invalid_grant';
  const wanted = scopes ?? client.scopes;
  const given = client.scopes.filter((scope) => wanted.includes(scope));
  if (given.length === 0 || given.length < new Set(wanted).size) return 'invalid_scope';

  const next = newToken();
  const idleUntil = new Date(now.getTime() + REFRESH_IDLE_MS);
  const expiresAt = idleUntil < client.expiresAt ? idleUntil : client.expiresAt;
  await replaceToken(tx, { usedHash, tokenHash: hashToken(next), clientId, now, expiresAt });
  await touchClient(tx, clientId, now);
  return { accountId: account.id, roles: account.roles, refreshToken: next, scopes: given };
}

async function endReused(
  tx: Query,
  services: Services,
  { client, account }: ClientWithAccount,
  at: Date,
): Promise<'ended'> {
  const { email } = toAccount(account, services.sealing);
  await queueMail(tx, apiClientReusedMail, {
    to: email,
    data: { name: client.name, at: at.toISOString() },
    dedupeKey: client.id,
    now: at,
  });
  await endClient(tx, { clientId: client.id, action: 'api_client.reuse_detected', at });
  return 'ended';
}
