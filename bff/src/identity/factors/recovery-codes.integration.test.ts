import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
