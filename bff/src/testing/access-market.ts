import type { Account, SellerPermission } from '@plaza/contracts';
import { startSession } from '../identity/sessions.ts';
import { factorInputs } from './access-factors.ts';
import { profileInputs } from './access-profile.ts';
import { addAccessToken, addApiClient } from './access-programs.ts';
import { releaseInputs } from './access-releases.ts';
import { teamInputs } from './access-team.ts';
import { fillCart, mustPlace, type TestMarket } from './test-market.ts';

/** Every kind of visitor that a rule tells apart. */
export const ROLES = [
  'stranger',
  'unverified',
  'buyer',
  'staffOfListings',
  'staffOfOrders',
  'owner',
  'support',
  'developer',
  'admin',
  'adminByPassword',
] as const;
export type Role = (typeof ROLES)[number];

interface OwnCall {
  /** Who calls. */
  as: Role;
  own: unknown;
  foreign: unknown;
}

/** One account of each kind, and two of everything that can be somebody's own: theirs, and somebody else's. */
export async function openAccessMarket(market: TestMarket) {
  const { client } = market.services.database;
  const [seller, otherSeller] = [await market.addSeller(), await market.addSeller()];
  const staff = async (name: string, permission: SellerPermission) => {
    const account = await market.addAccount(name, ['buyer', 'seller']);
    await client`
      insert into seller_member (seller_id, account_id, permissions)
      values (${seller.id}, ${account.id}, ${[permission]}::text[])`;
    return market.readAccount(account.id);
  };
  const unverified = await market.addAccount('Una');
  await client`update account set email_verified_at = null where id = ${unverified.id}`;
  const buyer = await market.addAccount('Bea');
  const admin = await market.addAccount('Ada', ['buyer', 'admin']);
  const developer = await market.addAccount('Dev', ['buyer', 'developer']);
  const accounts: Record<Role, Account | undefined> = {
    stranger: undefined,
    unverified: await market.readAccount(unverified.id),
    buyer,
    staffOfListings: await staff('Lis', 'listings'),
    staffOfOrders: await staff('Odo', 'orders'),
    owner: seller.account,
    support: await market.addAccount('Sue', ['buyer', 'support']),
    developer,
    admin,
    adminByPassword: admin,
  };
  const own = await placeOrder(market, buyer, seller.id);
  const foreign = await placeOrder(market, await market.addAccount('Eve'), otherSeller.id);
  const inputs = createInputs(own, foreign);
  /** How a procedure that has a rule `own(…)` is called, with an own thing and with a foreign one. */
  const inputsOf = async (path: string): Promise<OwnCall | undefined> => {
    if (path.startsWith('factor.'))
      return { as: 'buyer', ...(await factorInputs(market, path, buyer, seller.account)) };
    if (path.startsWith('profile.'))
      return { as: 'buyer', ...(await profileInputs(market, path, buyer, seller.account)) };
    if (path.startsWith('team.'))
      return { as: 'owner', ...(await teamInputs(market, path, seller.id, otherSeller.id)) };
    if (path.startsWith('release.')) return releaseInputs(market, path, developer);
    if (path === 'apiClient.end') {
      const [clientId, foreignId] = [
        await addApiClient(market, buyer),
        await addApiClient(market, seller.account),
      ];
      return { as: 'buyer', own: { clientId }, foreign: { clientId: foreignId } };
    }
    if (path !== 'session.end') return inputs[path];
    // Made anew: other calls of the matrix end sessions.
    const [ownId, foreignId] = await Promise.all([
      sessionOf(market, buyer),
      sessionOf(market, seller.account),
    ]);
    return { as: 'buyer', own: { sessionId: ownId }, foreign: { sessionId: foreignId } };
  };
  /** Of a program of the owner that may do all that programs may. */
  const accessToken = await addAccessToken(market, seller.account);
  return { accounts, accessToken, inputsOf };
}

/** A paid order of one product. */
async function placeOrder(market: TestMarket, buyer: Account, sellerId: string) {
  const product = await market.addProduct({ sellerId });
  const visit = market.visit(buyer);
  await fillCart(visit, [{ variantId: product.variantId }]);
  const orderId = await mustPlace(visit);
  const { sellerOrders } = await visit.order.get({ orderId });
  // Sellers see what is paid.
  const { client } = market.services.database;
  await client`update orders set status = 'paid', paid_at = now() where id = ${orderId}`;
  await client`update seller_order set status = 'paid' where order_id = ${orderId}`;
  const [row] = await client`select category_id from product where id = ${product.productId}`;
  const categoryId = String(row?.category_id);
  return { orderId, sellerOrderId: sellerOrders[0]?.id, categoryId, ...product };
}

async function sessionOf(market: TestMarket, account: Account): Promise<string> {
  // The matrix has opened as many as an account may have: the next one would end the oldest.
  await market.services.database.client`delete from session where account_id = ${account.id}`;
  await startSession(market.services, account.id);
  const rows = await market.services.database.client`
    select public_id from session where account_id = ${account.id} limit 1`;
  return String(rows[0]?.public_id);
}

type Placed = Awaited<ReturnType<typeof placeOrder>>;

function createInputs(own: Placed, foreign: Placed): Record<string, OwnCall> {
  const both = (as: Role, inputOf: (placed: Placed) => unknown): OwnCall => ({
    as,
    own: inputOf(own),
    foreign: inputOf(foreign),
  });
  const order = both('buyer', ({ orderId }) => ({ orderId }));
  const sellerOrder = both('owner', ({ sellerOrderId }) => ({ sellerOrderId }));
  return {
    'order.get': order,
    'order.cancelSellerOrder': both('buyer', ({ sellerOrderId }) => ({ sellerOrderId })),
    'payment.start': order,
    'payment.settle': order,
    'receipt.get': order,
    'fulfilment.get': sellerOrder,
    'fulfilment.deliver': sellerOrder,
    'fulfilment.cancel': sellerOrder,
    'fulfilment.ship': both('owner', ({ sellerOrderId }) => ({
      sellerOrderId,
      carrier: 'UPS',
      trackingNumber: '1Z',
    })),
    'catalog.getListing': both('owner', ({ productId }) => ({ productId })),
    'catalog.setListingStatus': both('owner', ({ productId }) => ({ productId, status: 'draft' })),
    'catalog.saveListing': both('owner', listingOf),
    'inventory.setStock': both('owner', ({ variantId }) => ({ variantId, onHandQuantity: 5 })),
  };
}

const listingOf = ({ productId, variantId, categoryId }: Placed) => ({
  productId,
  title: 'A thing to buy',
  brand: '',
  categoryId,
  descriptionHtml: '',
  specs: [],
  options: [{ name: 'Colour', values: ['Black'] }],
  variants: [
    {
      id: variantId,
      sku: 'A-1',
      optionValues: ['Black'],
      priceMinor: 100,
      compareAtPriceMinor: null,
      weightGrams: 0,
      barcode: '',
      onHandQuantity: 1,
    },
  ],
  pictures: [],
  status: 'draft',
});
