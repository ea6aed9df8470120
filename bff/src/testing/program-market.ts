import { type ApiScope, createApiClientResult } from '@plaza/contracts';
import { createTestDatabase } from '@plaza/testing';
import { expect } from 'vitest';
import { z } from 'zod';
import { startTestBff, type TestBrowser } from './start-test-bff.ts';
import { openTestMarket, TestClock } from './test-market.ts';

interface Client {
  id: string;
  refreshToken: string;
}

const tokensSchema = z.object({
  access_token: z.string(),
  token_type: z.literal('Bearer'),
  expires_in: z.literal(600),
  refresh_token: z.string(),
  scope: z.string(),
});
export const readTokens = (answer: unknown) => tokensSchema.parse(answer);

/** What every refresh token gets that is not good, whyever. */
export const INVALID_GRANT = { error: 'invalid_grant', error_description: expect.any(String) };

/** A market served by two processes, and programs that ask it for tokens. */
export async function openProgramMarket() {
  const database = await createTestDatabase();
  const clock = new TestClock();
  const market = await openTestMarket({ databaseUrl: database.url, clock });
  const bff = await startTestBff(market.services);
  const other = await openTestMarket({ databaseUrl: database.url, clock });
  // The keys of a market are in its environment, the same for every process.
  const otherBff = await startTestBff({ ...other.services, sealing: market.services.sealing });

  const post = async (path: string, form: Record<string, string> | string, at = bff) => {
    const body = typeof form === 'string' ? form : new URLSearchParams(form).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const response = await fetch(at.url + path, { method: 'POST', headers, body });
    const text = await response.text();
    const answer: unknown = text === '' ? null : JSON.parse(text);
    return { status: response.status, headers: response.headers, answer };
  };
  const refresh = ({ id, refreshToken }: Client, more: Record<string, string> = {}, at = bff) =>
    post(
      '/api/oauth/token',
      { grant_type: 'refresh_token', client_id: id, refresh_token: refreshToken, ...more },
      at,
    );
  const create = async (browser: TestBrowser, scopes: readonly ApiScope[]): Promise<Client> => {
    const { data } = await browser.mutate('apiClient.create', { name: 'Bookkeeping', scopes });
    const made = createApiClientResult.parse(data);
    if (!made.ok) throw new Error(made.message);
    return { id: made.client.id, refreshToken: made.refreshToken };
  };
  return {
    market,
    clock,
    bff,
    otherBff,
    sql: market.services.database.client,
    post,
    refresh,
    /** Fresh tokens for a refresh token that has to be good. */
    mustRefresh: async (client: Client) => {
      const { status, answer } = await refresh(client);
      if (status !== 200) throw new Error(`Refused: ${JSON.stringify(answer)}`);
      return readTokens(answer);
    },
    /** Calls a procedure with an access token and no cookies. */
    ask: async (token: string, path: string, at = bff) =>
      (await at.browse()).query(path, {}, { authorization: `Bearer ${token}` }),
    create,
    /** A client of a new account. */
    makeClient: async (scopes: readonly ApiScope[] = ['order:read', 'cart:write']) => {
      const account = await market.addAccount('Bea');
      const browser = await bff.browse(account);
      return { account, browser, client: await create(browser, scopes) };
    },
    countClients: async (id: string) =>
      (await market.services.database.client`select from api_client where id = ${id}`).length,
    close: async () => {
      await Promise.all([bff.close(), otherBff.close()]);
      await database.drop();
    },
  };
}
export type ProgramMarket = Awaited<ReturnType<typeof openProgramMarket>>;
