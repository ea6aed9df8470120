import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ErasureMarket, GRACE_MS, openErasureMarket } from '../testing/erasure-market.ts';
import { addPerson, deliverAll } from '../testing/person-to-erase.ts';
import { carryOutErasures } from './erasure/carry-out-erasures.ts';

let erasing: ErasureMarket;
beforeAll(async () => {
  erasing = await openErasureMarket();
});
afterAll(() => erasing.close());

describe('an account that is erased', () => {
  it('can be kept until the days are over', async () => {
    const account = await erasing.market.addAccount('Kept');
    await erasing.market.visit(account).profile.erase({ confirmation: account.email });
    const again = erasing.market.visit(account);
    expect((await again.profile.privacy()).erasureDueAt).not.toBeNull();
    expect(await again.profile.keep()).toEqual({ isKept: true });
    await erasing.runJobs();
    expect((await erasing.market.readAccount(account.id)).displayName).toBe('Kept');
    expect(await again.profile.keep()).toEqual({ isKept: false });
  });

  it('is refused with a reason while something is under way', async () => {
    const seller = await erasing.market.addSeller();
    const { account, visit } = await addPerson(erasing, seller);
    expect(await visit.profile.erase({ confirmation: 'another@plaza.test' })).toMatchObject({
      code: 'wrong_confirmation',
    });
    const refused = await visit.profile.erase({ confirmation: account.email });
    expect(refused).toMatchObject({ ok: false, obstacles: [{ code: 'orders_under_way' }] });
    const shop = await erasing.market
      .visit(seller.account)
      .profile.erase({ confirmation: seller.account.email });
    expect(shop).toMatchObject({
      ok: false,
      obstacles: [
        { code: 'shop_open', listingCount: 3 },
        { code: 'shop_orders', orderCount: 2 },
      ],
    });
    await deliverAll(erasing, seller);
    await erasing.services.database
      .client`update product set status = 'archived' where seller_id = ${seller.id}`;
    expect(
      await erasing.market.visit(seller.account).profile.erase({ confirmation: seller.account.email }),
    ).toMatchObject({ ok: true });
    expect(await visit.profile.erase({ confirmation: account.email })).toMatchObject({ ok: true });
    await erasing.runJobs();
    expect(await erasing.findInPostgres([seller.name, account.email])).toEqual([]);
  }, 60_000);

  it('waits when the pipeline is away, and is finished when it is back', async () => {
    const account = await erasing.market.addAccount('Patient');
    await erasing.market.visit(account).profile.erase({ confirmation: account.email });
    const step = async () =>
      (await erasing.services.database.client`select status from erasure where account_id = ${account.id}`)[0]
        ?.status;
    await carryOutErasures(erasing.later(GRACE_MS, erasing.withoutPipeline()));
    expect(await step()).toBe('erasing');
    await carryOutErasures(erasing.later(GRACE_MS + 3_600_000));
    expect(await step()).toBe('sweeping');
    await erasing.sendMails();
    await carryOutErasures(erasing.later(GRACE_MS + 7_200_000));
    expect(await step()).toBe('done');
  });
});
