import { type Account, API_SCOPE_NAMES, newId } from '@plaza/contracts';
import { issueAccessToken } from '../identity/access-tokens/access-token.ts';
import { insertClient } from '../identity/access-tokens/api-client.repository.ts';
import { insertToken } from '../identity/access-tokens/refresh-token.repository.ts';
import type { TestMarket } from './test-market.ts';
import { newTokenHash } from './test-visitor.ts';

const DAY_MS = 86_400_000;

/** A program that acts for somebody with every scope there is. Answers its id. */
export async function addApiClient({ services }: TestMarket, account: Account): Promise<string> {
  const { client } = services.database;
  const now = services.clock.now();
  const expiresAt = new Date(now.getTime() + DAY_MS);
  const id = newId();
  await insertClient(client, {
    id,
    accountId: account.id,
    name: 'Stock keeper',
    scopes: API_SCOPE_NAMES,
    expiresAt,
    now,
  });
  await insertToken(client, { tokenHash: newTokenHash(), clientId: id, now, expiresAt });
  return id;
}

/** An access token with every scope there is, of a new program. */
export async function addAccessToken(market: TestMarket, account: Account): Promise<string> {
  const clientId = await addApiClient(market, account);
  const { id: accountId, roles } = account;
  const grant = { clientId, accountId, scopes: [...API_SCOPE_NAMES], roles };
  return (await issueAccessToken(market.services, grant)).token;
}
