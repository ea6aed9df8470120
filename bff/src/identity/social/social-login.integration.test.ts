import { newId } from '@plaza/contracts';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openSocialMarket, type SocialMarket } from '../../testing/social-market.ts';
import { hashToken } from '../tokens.ts';

let social: SocialMarket;
beforeAll(async () => {
  social = await openSocialMarket();
});
afterAll(() => social.close());

const PROVIDERS = ['google', 'github', 'facebook'] as const;
let count = 0;
const newPerson = (changes: { email?: string | null; isEmailVerified?: boolean } = {}) => {
  count += 1;
  return { name: `Nora Lind ${count}`, email: `nora${count}@mail.test`, isEmailVerified: true, ...changes };
};
/** The code in the newest mail to an address. */
const codeFor = (email: string) =>
  vi.waitFor(
    () => {
      const code = /\b(\d{6})\b/.exec(social.mail.mailsTo(email)[0]?.subject ?? '')?.[1];
      if (code === undefined) throw new Error('No mail yet.');
      return code;
    },
    { timeout: 10_000, interval: 50 },
  );

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

describe.each(PROVIDERS)('an address that %s does not vouch for', (provider) => {
  it('is confirmed by a code, and then opens an account', async () => {
    const person = newPerson({ isEmailVerified: false });
    const browser = await social.bff.browse();
    expect(await social.visit(browser, provider, person)).toBe('/sign-in/confirm');
    expect(await social.me(browser)).toBeNull();
    expect((await browser.query('socialLogin.pending')).data).toMatchObject({
      email: person.email,
      returnTo: '/orders',
    });
    const answer = await browser.mutate('socialLogin.confirmEmail', {
      code: await codeFor(person.email ?? ''),
    });
    expect(answer.data).toMatchObject({ ok: true, account: { email: person.email, isEmailVerified: true } });
    // Known from now on: no second code.
    expect(await social.visit(await social.bff.browse(), provider, person)).toBe('/orders');
  });

  it('is answered alike whether or not it has an account', async () => {
    const owner = await social.market.addAccount('Owner');
    const asked = await Promise.all(
      [owner.email, `${newId()}@plaza.test`].map(async (email) =>
        social.visit(await social.bff.browse(), provider, newPerson({ email, isEmailVerified: false })),
      ),
    );
    expect(asked).toEqual(['/sign-in/confirm', '/sign-in/confirm']);
  });
});

describe('the code of the mail', () => {
  const begin = async (email: string) => {
    const browser = await social.bff.browse();
    await social.visit(browser, 'facebook', newPerson({ email, isEmailVerified: false }));
    return { browser, code: await codeFor(email) };
  };
  const confirm = async (browser: Awaited<ReturnType<typeof begin>>['browser'], code: string) =>
    (await browser.mutate('socialLogin.confirmEmail', { code })).data;

  it('connects with the account of the address, since now both sides have verified it', async () => {
    const owner = await social.market.addAccount('Owner');
    const { browser, code } = await begin(owner.email);
    expect(await confirm(browser, code)).toMatchObject({ ok: true, account: { id: owner.id } });
  });

  it('counts in the browser where it began, and nowhere else', async () => {
    const { code } = await begin(newPerson().email ?? '');
    expect(await confirm(await social.bff.browse(), code)).toMatchObject({ code: 'code_expired' });
  });

  it('counts once', async () => {
    const { browser, code } = await begin(`${newId()}@plaza.test`);
    const cookie = browser.cookies.get('plaza_social') ?? '';
    expect(await confirm(browser, code)).toMatchObject({ ok: true });
    browser.cookies.set('plaza_social', cookie);
    expect(await confirm(browser, code)).toMatchObject({ code: 'code_expired' });
  });

  it('can be guessed five times, and then not even be right', async () => {
    const { browser, code } = await begin(`${newId()}@plaza.test`);
    const wrong = code === '000000' ? '111111' : '000000';
    const answers = await Promise.all(Array.from({ length: 8 }, () => confirm(browser, wrong)));
    const codes = answers.map((answer) => JSON.stringify(answer));
    expect(codes.filter((text) => text.includes('wrong_code'))).toHaveLength(5);
    expect(await confirm(browser, code)).toMatchObject({ code: 'code_expired' });
  });

  it('is not sent to one address without end', async () => {
    const email = `${newId()}@plaza.test`;
    const ways: string[] = [];
    for (let i = 0; i < 6; i += 1)
      ways.push(
        await social.visit(
          await social.bff.browse(undefined, `198.51.100.${i}`),
          'facebook',
          newPerson({ email, isEmailVerified: false }),
        ),
      );
    expect(ways.slice(0, 5)).toEqual(Array(5).fill('/sign-in/confirm'));
    expect(ways[5]).toContain('error=too_many_attempts');
  });
});

describe('an account with a second factor', () => {
  it.each(PROVIDERS)('asks for it after %s too', async (provider) => {
    const person = newPerson();
    const browser = await social.bff.browse();
    await social.visit(browser, provider, person);
    if (provider === 'facebook')
      await browser.mutate('socialLogin.confirmEmail', { code: await codeFor(person.email ?? '') });
    expect(await social.me(browser)).toMatchObject({ email: person.email });
    const { client } = social.market.services.database;
    await client`
      insert into factor (id, account_id, kind, label, confirmed_at)
      select ${newId()}, account_id, 'totp', 'Phone', now() from social_identity
      where provider = ${provider} order by linked_at desc, account_id desc limit 1`;
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

describe('connecting', () => {
  const linkUrl = async (browser: Awaited<ReturnType<SocialMarket['bff']['browse']>>, provider: string) => {
    const { data } = await browser.mutate('socialLogin.beginLink', { provider });
    return /"href":"([^"]+)"/.exec(JSON.stringify(data))?.[1] ?? '';
  };

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
    const browser = await social.bff.browse(await social.market.addAccount('Owner'));
    await social.market.services.database.client`update session set proved_at = now() - interval '1 hour'`;
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

    const { data } = await browser.mutate('socialLogin.beginLink', { provider: 'github' });
    const href = /"href":"([^"]+)"/.exec(JSON.stringify(data))?.[1] ?? '';
    await social.follow(browser, await social.oauth.consent(href, newPerson()));
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
