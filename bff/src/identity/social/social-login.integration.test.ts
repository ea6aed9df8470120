import { newId } from '@plaza/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newPerson, openSocialMarket, PROVIDERS, type SocialMarket } from '../../testing/social-market.ts';

let social: SocialMarket;
beforeAll(async () => {
  social = await openSocialMarket();
});
afterAll(() => social.close());

describe.each(['google', 'github'] as const)('signing in by %s', (provider) => {
  it('opens an account with the verified address, and finds it again', async () => {
    const person = newPerson();
    const browser = await social.bff.browse();
    expect(await social.visit(browser, provider, person)).toBe('/orders');
    const account = await social.me(browser);
    expect(account).toMatchObject({
      email: person.email,
      displayName: person.name,
      isEmailVerified: true,
      roles: ['buyer'],
    });
    const elsewhere = await social.bff.browse();
    expect(await social.visit(elsewhere, provider, person, '/cart')).toBe('/cart');
    expect(await social.me(elsewhere)).toMatchObject({ email: person.email });
  });

  it('connects with the account of the same address when both sides have verified it', async () => {
    const owner = await social.market.addAccount('Owner');
    const browser = await social.bff.browse();
    expect(await social.visit(browser, provider, newPerson({ email: owner.email }))).toBe('/orders');
    expect(await social.me(browser)).toMatchObject({ id: owner.id });
  });

  it('does not connect with an account whose address nobody has verified', async () => {
    const owner = await social.market.addAccount('Squatter');
    await social.market.services.database.client`
      update account set email_verified_at = null where id = ${owner.id}`;
    const browser = await social.bff.browse();
    expect(await social.visit(browser, provider, newPerson({ email: owner.email }))).toBe(
      `/sign-in?returnTo=%2Forders&error=sign_in_first&provider=${provider}`,
    );
    expect(await social.me(browser)).toBeNull();
  });

  it('says what to do when there is no address', async () => {
    const browser = await social.bff.browse();
    expect(await social.visit(browser, provider, newPerson({ email: null }))).toContain('error=no_email');
  });
});

describe('an account with a second factor', () => {
  it.each(PROVIDERS)('asks for it after %s too', async (provider) => {
    const person = newPerson();
    const browser = await social.bff.browse();
    await social.visit(browser, provider, person);
    if (provider === 'facebook')
      await browser.mutate('socialLogin.confirmEmail', { code: await social.codeFor(person.email ?? '') });
    expect(await social.me(browser)).toMatchObject({ email: person.email });
    const { client } = social.market.services.database;
    await client`
      insert into factor (id, account_id, kind, label, confirmed_at)
      select ${newId()}, id, 'totp', 'Phone', now() from account where display_name = ${person.name}`;
    const later = await social.bff.browse();
    expect(await social.visit(later, provider, person)).toBe(
      '/sign-in?returnTo=%2Forders&step=second-factor',
    );
    expect(await social.me(later)).toBeNull();
    expect(later.cookies.has('plaza_challenge')).toBe(true);
  });

  it('that is suspended is told so', async () => {
    const person = newPerson();
    const browser = await social.bff.browse();
    await social.visit(browser, 'google', person);
    await social.market.services.database.client`
      update account set status = 'suspended' where display_name = ${person.name}`;
    const later = await social.bff.browse();
    expect(await social.visit(later, 'google', person)).toContain('error=suspended');
    expect(await social.me(later)).toBeNull();
  });
});
