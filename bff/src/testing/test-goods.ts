import { type Account, newId, type Role, SELLER_PERMISSIONS } from '@plaza/contracts';
import { findAccount, insertAccount } from '../identity/account.repository.ts';
import { toAccount } from '../identity/account-record.ts';
import type { Query } from '../platform/query.ts';
import type { Sealing } from '../platform/sealing.ts';

/** Short ways to put people and goods into a market, and to change them behind the buyers. */
export function createTestGoods(query: Query, sealing: Sealing) {
  /** An account whose address is verified and whose password nobody knows. */
  const addAccount = async (displayName: string, roles: readonly Role[] = ['buyer']): Promise<Account> => {
    const now = new Date();
    const record = await insertAccount(query, sealing, {
      email: `${newId()}@plaza.test`,
      displayName,
      passwordHash: '-',
      emailVerifiedAt: now,
      roles,
      now,
    });
    if (!record) throw new Error('The address was taken.');
    return toAccount(record, sealing);
  };
  const readAccount = async (accountId: string): Promise<Account> => {
    const record = await findAccount(query, accountId);
    if (!record) throw new Error('There is no such account.');
    return toAccount(record, sealing);
  };
  return {
    addAccount,
    readAccount,
    /** A seller with an account that may act for it. */
    addSeller: async (country = 'US') => {
      const id = newId();
      const owner = await addAccount('Seller', ['buyer', 'seller']);
      const seller = { id, slug: `seller-${id}`, name: `Seller ${id.slice(-4)}` };
      await query`
        insert into seller (id, slug, name, country, owner_account_id)
        values (${id}, ${seller.slug}, ${seller.name}, ${country}, ${owner.id})`;
      const account: Account = {
        ...owner,
        seller: { ...seller, isOwner: true, permissions: [...SELLER_PERMISSIONS] },
      };
      return { ...seller, account };
    },
    /** A published product with one variant. */
    addProduct: async (input: { sellerId: string; priceMinor?: number; onHand?: number }) => {
      const [productId, variantId, categoryId] = [newId(), newId(), newId()];
      const priceMinor = input.priceMinor ?? 1_999;
      await query`
        insert into category (id, slug, name, path) values (${categoryId}, ${categoryId}, 'Things', ${categoryId})`;
      await query`
        insert into product (id, seller_id, category_id, slug, title, status, currency, min_price_minor,
          max_price_minor, published_at)
        values (${productId}, ${input.sellerId}, ${categoryId}, ${`product-${productId}`},
          ${`Product ${productId.slice(-4)}`}, 'published', 'USD', ${priceMinor}, ${priceMinor}, now())`;
      await query`
        insert into variant (id, product_id, seller_id, sku, option_values, price_minor)
        values (${variantId}, ${productId}, ${input.sellerId}, ${variantId}, '{Black}', ${priceMinor})`;
      await query`insert into stock (variant_id, on_hand) values (${variantId}, ${input.onHand ?? 10})`;
      return { productId, variantId, priceMinor };
    },
    setPrice: async (variantId: string, priceMinor: number) => {
      await query`update variant set price_minor = ${priceMinor} where id = ${variantId}`;
    },
    setStatus: async (productId: string, status: string) => {
      await query`update product set status = ${status} where id = ${productId}`;
    },
    setOnHand: async (variantId: string, onHand: number) => {
      await query`update stock set on_hand = ${onHand} where variant_id = ${variantId}`;
    },
  };
}
