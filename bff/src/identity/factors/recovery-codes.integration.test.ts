import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type FactorMarket, openFactorMarket } from '../../testing/factor-market.ts';
import { atSecondStep, finish, isOk } from '../../testing/second-step.ts';

let shop: FactorMarket;
beforeAll(async () => {
  shop = await openFactorMarket();
});
afterAll(() => shop.close());

describe('recovery codes', () => {
  it('come with the first second proof, ten of them, and work once each', async () => {
    const { account, app, browser } = await atSecondStep(shop);
    expect(new Set(app.recoveryCodes).size).toBe(10);
    const [code = ''] = app.recoveryCodes;
    const proof = { kind: 'recovery_code', code: code.toLowerCase() };
    expect(await finish(browser, proof)).toMatchObject({ ok: true, recoveryCodesLeft: 9 });
    expect(await shop.mailsTo(account.email)).toContain('factor-changed');
    await shop.signIn(browser, account);
    expect(await finish(browser, proof)).toMatchObject({ code: 'wrong_proof' });
  });

  it('open for one of many who show one at once', async () => {
    const { account, app } = await atSecondStep(shop);
    const browsers = await Promise.all(Array.from({ length: 5 }, () => shop.bff.browse()));
    for (const browser of browsers) await shop.signIn(browser, account);
    const proof = { kind: 'recovery_code', code: app.recoveryCodes[1] };
    const results = await Promise.all(browsers.map((browser) => finish(browser, proof)));
    expect(results.filter((result) => isOk(result))).toHaveLength(1);
  });

  it('are kept as passwords are, each with its own salt, and found by their first character', async () => {
    const { account, app, browser } = await atSecondStep(shop);
    expect(app.recoveryCodes.map((code) => code.charAt(0))).toEqual([...'0123456789']);
    const rows = await shop.services.database.client`
      select code_hash as hash from recovery_code where account_id = ${account.id}`;
    const salts = rows.map(
      ({ hash }) => /^test\$argon2id\$v=19\$[^$]+\$([^$]{22})\$/.exec(String(hash))?.[1],
    );
    expect(new Set(salts.filter((salt) => salt !== undefined)).size).toBe(10);

    const { passwords } = shop.services;
    const verified = vi.spyOn(passwords, 'verify');
    const [first = '', second = ''] = app.recoveryCodes;
    // The rest of one code under the number of another, and a number that nobody was given.
    for (const code of [`${second.charAt(0)}${first.slice(1)}`, `Z${first.slice(1)}`])
      expect(await finish(browser, { kind: 'recovery_code', code })).toMatchObject({ code: 'wrong_proof' });
    expect(verified).toHaveBeenCalledTimes(2);
    verified.mockRestore();
    expect(await finish(browser, { kind: 'recovery_code', code: second })).toMatchObject({ ok: true });
  });

  it('are void when new ones are made', async () => {
    const { account, app, browser } = await atSecondStep(shop);
    const owner = await shop.bff.browse(account);
    const made = (await owner.mutate('factor.renewRecoveryCodes')).data;
    const { recoveryCodes } = made as { recoveryCodes: string[] };
    const use = (code: string | undefined) => finish(browser, { kind: 'recovery_code', code });
    expect(await use(app.recoveryCodes[0])).toMatchObject({ code: 'wrong_proof' });
    expect(await use(recoveryCodes[0])).toMatchObject({ ok: true, recoveryCodesLeft: 9 });
    expect(await shop.auditOf(account.id)).toEqual([
      'account.factor_added',
      'account.recovery_codes_made',
      'account.recovery_code_used',
    ]);
  });
});
