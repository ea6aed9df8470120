import { paths } from '@plaza/navigation/paths';
import { z } from 'zod';
import { expect, test } from '../support/fixtures.ts';
import { market } from '../support/market.ts';
import { openPage } from '../support/shopping.ts';
import { apiClients as words } from '../support/words.ts';

const tokensSchema = z.object({ access_token: z.string(), refresh_token: z.string() });

test('a seller makes an API client, which reads the orders of the shop until it is ended', async ({
  sellerPage: page,
}) => {
  const name = `Bookkeeping ${crypto.randomUUID().slice(0, 8)}`;
  await openPage(page, paths.apiClients());
  const main = page.getByRole('main');
  await main.getByRole('textbox', { name: words.name }).fill(name);
  await main.getByRole('checkbox', { name: words.scopeNames['fulfilment:read'] }).check();
  await main.getByRole('button', { name: words.submit }).click();
  const clientId = await main.getByRole('textbox', { name: words.clientId }).inputValue();
  const refreshToken = await main.getByRole('textbox', { name: words.refreshToken }).inputValue();
  await main.getByRole('button', { name: words.done }).click();

  const answer = await fetch(`${market.publicUrl}/api/oauth/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'refresh_token',
      client_id: clientId,
      refresh_token: refreshToken,
    }),
  });
  const tokens = tokensSchema.parse(await answer.json());
  const ask = async () =>
    fetch(`${market.publicUrl}/api/trpc/fulfilment.list?input=%7B%7D`, {
      headers: { authorization: `Bearer ${tokens.access_token}` },
    });
  expect((await ask()).status).toBe(200);
  const keys = await fetch(`${market.publicUrl}/.well-known/jwks.json`);
  expect(await keys.json()).toMatchObject({ keys: [{ alg: 'EdDSA' }] });

  await main.getByRole('button', { name: words.endLabel(name) }).click();
  await expect(main.getByText(name)).toBeHidden();
  expect((await ask()).status).toBe(401);
});
