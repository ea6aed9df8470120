import type { Account } from '@plaza/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Services } from '../../platform/services.ts';
import { type FactorMarket, openFactorMarket } from '../../testing/factor-market.ts';
import { newPerson, openSocialMarket, type SocialMarket } from '../../testing/social-market.ts';
import type { TestBrowser } from '../../testing/start-test-bff.ts';
import { createVirtualPasskey } from '../../testing/virtual-passkey.ts';
import { settleWatch } from './note-sign-in.ts';

let shop: FactorMarket;
let social: SocialMarket;
beforeAll(async () => {
  [shop, social] = await Promise.all([openFactorMarket(), openSocialMarket()]);
});
afterAll(() => Promise.all([shop.close(), social.close()]));

/** Attempts by a method that the watch knows of, oldest first. */
async function attempts(services: Services, method: string) {
  await settleWatch(services);
  const rows = await services.database.client`
    select account_id as "accountId", outcome from sign_in_event where method = ${method} order by at, id`;
  return rows.map(({ accountId, outcome }) => [accountId, outcome]);
}

describe('a passkey that is refused', () => {
  const show = async (
    browser: TestBrowser,
    passkey: ReturnType<typeof createVirtualPasskey>,
    origin: string,
  ) => {
    const { challenge } = shop.challengeOf((await browser.mutate('factor.beginPasskey')).data);
    return browser.mutate('factor.finishPasskey', { answer: passkey.answer({ challenge, origin }) });
  };

  it('is noted by the watch, for its owner where it is somebody’s', async () => {
    const account = await shop.addPerson();
    const owner = await shop.bff.browse(account);
    const { passkey } = await shop.addPasskey(owner, account);
    await show(await shop.bff.browse(), passkey, 'http://evil.test');
    await show(await shop.bff.browse(), createVirtualPasskey(account.id), 'http://plaza.test');
    expect(await attempts(shop.services, 'passkey')).toEqual([
      [account.id, 'refused'],
      [null, 'refused'],
    ]);
    expect((await owner.query('profile.activity', {})).data).toMatchObject({
      items: [{ action: 'account.factor_added' }, { method: 'passkey', outcome: 'refused' }],
    });
  });
});

describe('somebody who comes from a provider and is refused', () => {
  const change = (set: 'unverified' | 'suspended', { id }: Account) => {
    const { client } = social.market.services.database;
    return set === 'unverified'
      ? client`update account set email_verified_at = null where id = ${id}`
      : client`update account set status = 'suspended' where id = ${id}`;
  };

  it.each<[string, string, string, (account: Account) => Promise<unknown>]>([
    [
      'because the address is not verified here',
      'google',
      'refused',
      async (account) => {
        await change('unverified', account);
        return social.visit(await social.bff.browse(), 'google', newPerson({ email: account.email }));
      },
    ],
    [
      'because the account is suspended',
      'github',
      'suspended',
      async (account) => {
        await change('suspended', account);
        return social.visit(await social.bff.browse(), 'github', newPerson({ email: account.email }));
      },
    ],
    [
      'because the code of the mail is wrong',
      'facebook',
      'refused',
      async ({ email }) => {
        const browser = await social.bff.browse();
        await social.visit(browser, 'facebook', newPerson({ email, isEmailVerified: false }));
        const code = (await social.codeFor(email)) === '000000' ? '111111' : '000000';
        return browser.mutate('socialLogin.confirmEmail', { code });
      },
    ],
  ])('%s is noted for the owner of the address', async (_why, provider, outcome, come) => {
    const account = await social.market.addAccount('Owner');
    await come(account);
    expect(await attempts(social.market.services, provider)).toEqual([[account.id, outcome]]);
  });

  it('because the provider’s answer is forged is noted, for nobody', async () => {
    const browser = await social.bff.browse();
    const back = await social.oauth.consent(await social.begin(browser, 'google'), newPerson());
    back.searchParams.set('code', 'made-up');
    const before = (await attempts(social.market.services, 'google')).length;
    expect(await social.follow(browser, back)).toContain('error=provider_refused');
    expect((await attempts(social.market.services, 'google')).slice(before)).toEqual([[null, 'refused']]);
  });
});
