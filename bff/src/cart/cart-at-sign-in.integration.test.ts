import { MAX_QUANTITY } from '@plaza/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openShop, type Shop } from '../testing/shop.ts';
import { fillCart } from '../testing/test-checkout.ts';
import { adoptCart } from './public.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

describe('signing in', () => {
  const signIn = async (hash: string) => {
    const account = await shop.market.addAccount('Ada');
    return {
      account,
      adopt: () => adoptCart(shop.market.services, { accountId: account.id, cartTokenHash: hash }),
    };
  };

  it('takes the guest cart along, and leaves none behind', async () => {
    const { variantId } = await shop.addProduct();
    const guest = shop.market.visit(null, 'guest-1');
    await fillCart(guest, [{ variantId, quantity: 2 }]);
    const { account, adopt } = await signIn('guest-1');
    await adopt();
    expect(await shop.market.visit(account, 'guest-1').cart.get()).toMatchObject({
      itemCount: 2,
      email: 'ada@plaza.test',
    });
    expect(await guest.cart.get()).toMatchObject({ itemCount: 0 });
  });

  it('adds up what is in both, up to the most of one item, once', async () => {
    const [shared, own] = [await shop.addProduct({ onHand: 500 }), await shop.addProduct()];
    const { account, adopt } = await signIn('guest-2');
    const member = shop.market.visit(account, 'guest-2');
    await member.cart.addItem({ variantId: shared.variantId, quantity: 60 });
    const guest = shop.market.visit(null, 'guest-2');
    await guest.cart.addItem({ variantId: shared.variantId, quantity: 60 });
    await guest.cart.addItem({ variantId: own.variantId, quantity: 1 });
    await Promise.all([adopt(), adopt()]);
    expect(await member.cart.get()).toMatchObject({ itemCount: MAX_QUANTITY + 1 });
  });

  it('is nothing for a browser without a cart', async () => {
    const { account, adopt } = await signIn('guest-3');
    await adopt();
    expect(await shop.market.visit(account).cart.get()).toMatchObject({ itemCount: 0 });
  });
});
