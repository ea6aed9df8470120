import postgres from 'postgres';
import { sealingEnvSchema } from '../../bff/src/platform/env.ts';
import { createSealing } from '../../bff/src/platform/sealing.ts';
import { createTestGoods } from '../../bff/src/testing/test-goods.ts';

export interface Goods {
  sellerId: string;
  productId: string;
  variantId: string;
  priceMinor: number;
}

const SELLERS = 3;
const PRODUCTS_EACH = 4;
const PLENTY = 1_000_000;

/** Sellers and products to buy, in an empty market. */
export async function addGoods(
  databaseUrl: string,
  sealingEnv: Record<string, string>,
): Promise<[Goods, ...Goods[]]> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  try {
    const test = createTestGoods(sql, createSealing(sealingEnvSchema.parse(sealingEnv)));
    const goods: Goods[] = [];
    for (let seller = 0; seller < SELLERS; seller += 1) {
      const { id: sellerId } = await test.addSeller();
      for (let at = 0; at < PRODUCTS_EACH; at += 1) {
        const priceMinor = 999 + 137 * goods.length;
        goods.push({ sellerId, ...(await test.addProduct({ sellerId, priceMinor, onHand: PLENTY })) });
      }
    }
    const [first, ...rest] = goods;
    if (first === undefined) throw new Error('Nothing was added.');
    return [first, ...rest];
  } finally {
    await sql.end();
  }
}
