import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { newPerson, openSocialMarket, PROVIDERS, type SocialMarket } from '../../testing/social-market.ts';
import type { TestBrowser } from '../../testing/start-test-bff.ts';
import { hashToken } from '../tokens.ts';

let social: SocialMarket;
beforeAll(async () => {
  social = await openSocialMarket();
});
afterAll(() => social.close());

/** Where the button of a provider leads somebody who is signed in. */
const linkUrl = async (browser: TestBrowser, provider: string) => {
  const { data } = await browser.mutate('socialLogin.beginLink', { provider });
  return /"href":"([^"]+)"/.exec(JSON.stringify(data))?.[1] ?? '';
};

describe('connecting', () => {
  it.each(PROVIDERS)('with %s adds a way to sign in, whatever the address there', async (provider) => {
    const owner = await social.market.addAccount('Owner');
    const browser = await social.bff.browse(owner);
    const person = newPerson({ isEmailVerified: false });
    const back = await social.oauth.consent(await linkUrl(browser, provider), person);
    expect(await social.follow(browser, back)).toBe(`/account/connections?connected=${provider}`);
    const { data } = await browser.query('socialLogin.connections');
    expect(data).toMatchObject({
      connected: [{ provider: { id: provider }, email: person.email, canUnlink: true }],
    });
    const elsewhere = await social.bff.browse();
    await social.visit(elsewhere, provider, person);
    expect(await social.me(elsewhere)).toMatchObject({ id: owner.id });
  });

  it('is refused when the identity is another account’s, and nothing changes', async () => {
    const person = newPerson();
    await social.visit(await social.bff.browse(), 'google', person);
    const other = await social.bff.browse(await social.market.addAccount('Other'));
    const back = await social.oauth.consent(await linkUrl(other, 'google'), person);
    expect(await social.follow(other, back)).toContain('error=identity_taken');
    expect((await other.query('socialLogin.connections')).data).toMatchObject({ connected: [] });
  });

  it('tells apart people of two providers who have the same number there', async () => {
    const person = newPerson();
    const [atGoogle, atGithub] = [await social.bff.browse(), await social.bff.browse()];
    await social.visit(atGoogle, 'google', newPerson());
    await social.visit(atGithub, 'github', person);
    const sessionOf = ({ cookies }: typeof atGoogle) => hashToken(cookies.get('plaza_session') ?? '');
    const [one, other] = [await social.me(atGoogle), await social.me(atGithub)];
    expect(other).toMatchObject({ email: person.email });
    await social.market.services.database.client`
      update social_identity set subject =
        (select i.subject from social_identity i join session s using (account_id) where s.id = ${sessionOf(atGithub)})
      where account_id = (select account_id from session where id = ${sessionOf(atGoogle)})`;
    const again = await social.bff.browse();
    await social.visit(again, 'github', person);
    expect(await social.me(again)).toEqual(other);
    expect(await social.me(again)).not.toEqual(one);
  });

  it('allows one identity of a provider', async () => {
    const browser = await social.bff.browse(await social.market.addAccount('Owner'));
    for (const expected of ['connected=github', 'error=provider_taken']) {
      const back = await social.oauth.consent(await linkUrl(browser, 'github'), newPerson());
      expect(await social.follow(browser, back)).toContain(expected);
    }
  });

  it('ends when somebody else is signed in by then', async () => {
    const browser = await social.bff.browse(await social.market.addAccount('Owner'));
    const back = await social.oauth.consent(await linkUrl(browser, 'google'), newPerson());
    const other = await social.bff.browse(await social.market.addAccount('Other'));
    browser.cookies.set('plaza_session', other.cookies.get('plaza_session') ?? '');
    expect(await social.follow(browser, back)).toContain('error=session_changed');
    expect((await browser.query('socialLogin.connections')).data).toMatchObject({ connected: [] });
  });

  it('asks for a fresh sign-in, as disconnecting does', async () => {
    const owner = await social.market.addAccount('Owner');
    const browser = await social.bff.browse(owner);
    await social.market.services.database.client`
      update session set proved_at = now() - interval '1 hour' where account_id = ${owner.id}`;
    for (const path of ['socialLogin.beginLink', 'socialLogin.unlink'])
      await vi.waitFor(async () =>
        expect((await browser.mutate(path, { provider: 'google' })).status).toBe(403),
      );
  });

  it('is written down, and told to the owner', async () => {
    const owner = await social.market.addAccount('Owner');
    const browser = await social.bff.browse(owner);
    const back = await social.oauth.consent(await linkUrl(browser, 'google'), newPerson());
    await social.follow(browser, back);
    await browser.mutate('socialLogin.unlink', { provider: 'google' });
    await vi.waitFor(
      () =>
        expect(social.mail.mailsTo(owner.email).map(({ subject }) => subject)).toEqual([
          'Google is disconnected from your Plaza account',
          'Google is connected with your Plaza account',
        ]),
      { timeout: 10_000 },
    );
    const rows = await social.market.services.database.client`
      select action, details from audit_entry where subject_id = ${owner.id} order by seq`;
    expect(rows).toMatchObject([
      { action: 'account.identity_linked', details: { provider: 'google' } },
      { action: 'account.identity_unlinked', details: { provider: 'google' } },
    ]);
  });
});

describe('disconnecting', () => {
  it('is refused while it is the only way to sign in, also at the same time', async () => {
    const person = newPerson();
    const browser = await social.bff.browse();
    await social.visit(browser, 'google', person);
    const unlink = async (provider: string) =>
      (await browser.mutate('socialLogin.unlink', { provider })).data;
    expect(await unlink('google')).toEqual({ ok: false, code: 'last_way' });
    expect(await unlink('github')).toEqual({ ok: false, code: 'not_connected' });

    await social.follow(browser, await social.oauth.consent(await linkUrl(browser, 'github'), newPerson()));
    const answers = await Promise.all([unlink('google'), unlink('github')]);
    expect(answers).toContainEqual({ ok: true });
    expect(answers).toContainEqual({ ok: false, code: 'last_way' });
  });

  it('ends signing in by it', async () => {
    const owner = await social.market.addAccount('Owner');
    const person = newPerson({ email: owner.email });
    const browser = await social.bff.browse();
    await social.visit(browser, 'google', person);
    expect((await browser.mutate('socialLogin.unlink', { provider: 'google' })).data).toEqual({ ok: true });
    const { client } = social.market.services.database;
    expect(await client`select 1 from social_identity where account_id = ${owner.id}`).toHaveLength(0);
  });
});
