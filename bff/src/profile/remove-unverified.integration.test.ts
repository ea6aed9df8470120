import { type Account, newId } from '@plaza/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY_MS, type ErasureMarket, openErasureMarket } from '../testing/erasure-market.ts';
import { fillCart, mustPlace } from '../testing/test-market.ts';
import { removeUnverified } from './erasure/remove-unverified.ts';

let shop: ErasureMarket;
beforeAll(async () => {
  shop = await openErasureMarket();
});
afterAll(() => shop.close());

const WEEK_MS = 7 * DAY_MS;
const client = () => shop.services.database.client;

/** Somebody who registered and did not open the link. */
async function addUnverified(): Promise<Account> {
  const { id } = await shop.market.addAccount('Una');
  await client()`update account set email_verified_at = null where id = ${id}`;
  return shop.market.readAccount(id);
}
const exists = async ({ id }: Account) => (await client()`select from account where id = ${id}`).length === 1;
const removeLater = (ms: number) => removeUnverified(shop.later(ms));

describe('an account that nobody has verified', () => {
  it('goes after seven days with all that it held; the audit log says so', async () => {
    const account = await addUnverified();
    const { variantId } = await shop.market.addProduct({ sellerId: (await shop.market.addSeller()).id });
    await fillCart(shop.market.visit(account), [{ variantId }]);
    const browser = await shop.bff.browse(account);
    await removeLater(WEEK_MS - 60_000);
    expect(await exists(account)).toBe(true);
    await removeLater(WEEK_MS + 60_000);
    expect((await browser.query('identity.me')).data).toBeNull();
    expect(await shop.findInPostgres([account.id])).toEqual([`audit_entry: ${account.id}`]);
    const entries = await client()`
      select actor_kind as kind, action from audit_entry where subject_id = ${account.id}`;
    expect(entries).toEqual([{ kind: 'system', action: 'account.unverified_removed' }]);
  });

  it.each<[string, (account: Account) => Promise<unknown>]>([
    ['is verified', ({ id }) => client()`update account set email_verified_at = now() where id = ${id}`],
    ['is suspended', ({ id }) => client()`update account set status = 'suspended' where id = ${id}`],
    [
      'has a link that still works',
      ({ id }) => client()`
        insert into one_time_token (token_hash, purpose, account_id, expires_at)
        values (${newId()}, 'verify_email', ${id}, now() + interval '8 days')`,
    ],
    [
      'has a shop',
      ({ id }) => client()`
        insert into seller (id, slug, name, country, owner_account_id)
        values (${id}, ${id}, 'Shop', 'US', ${id})`,
    ],
    [
      'is in a team',
      async ({ id }) => client()`
        insert into seller_member (seller_id, account_id, permissions)
        values (${(await shop.market.addSeller()).id}, ${id}, '{orders}')`,
    ],
    [
      'has ordered',
      async (account) => {
        const guest = shop.market.visit();
        const { variantId } = await shop.market.addProduct({ sellerId: (await shop.market.addSeller()).id });
        await fillCart(guest, [{ variantId }]);
        const orderId = await mustPlace(guest);
        await client()`update orders set buyer_key = ${`account:${account.id}`} where id = ${orderId}`;
      },
    ],
    [
      'waits for its erasure',
      ({ id }) => client()`
        insert into erasure (account_id, status, buyer_key, asked_at, due_at, next_attempt_at)
        values (${id}, 'waiting', ${newId()}, now(), now(), now())`,
    ],
  ])('stays when it %s', async (_what, make) => {
    const account = await addUnverified();
    await make(account);
    await removeLater(WEEK_MS + 60_000);
    expect(await exists(account)).toBe(true);
  });
});
