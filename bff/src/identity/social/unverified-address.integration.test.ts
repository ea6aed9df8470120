import { newId } from '@plaza/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newPerson, openSocialMarket, PROVIDERS, type SocialMarket } from '../../testing/social-market.ts';

let social: SocialMarket;
beforeAll(async () => {
  social = await openSocialMarket();
});
afterAll(() => social.close());

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
      code: await social.codeFor(person.email ?? ''),
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
    return { browser, code: await social.codeFor(email) };
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
