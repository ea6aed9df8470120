import { describe, expect, it } from 'vitest';
import { ASSORTMENT } from './assortment/index.ts';
import { DEMO_CATEGORIES, type DemoCategory } from './categories.ts';
import { makeOrders } from './make-orders.ts';
import { makeProducts } from './make-products.ts';

const now = new Date('2026-11-21T12:00:00Z');
const products = makeProducts(now);

describe('the demo market', () => {
  it('is the same for the same moment', () => {
    expect(makeProducts(now)).toEqual(products);
  });

  it('has 1,200 products with addresses, ids and stock numbers of their own', () => {
    expect(products).toHaveLength(1200);
    const variants = products.flatMap((product) => product.variants);
    expect(new Set(products.map((product) => product.slug)).size).toBe(products.length);
    expect(new Set(products.map((product) => product.id)).size).toBe(products.length);
    expect(new Set(variants.map((variant) => variant.id)).size).toBe(variants.length);
    expect(new Set(variants.map((variant) => variant.sku)).size).toBe(variants.length);
  });

  it('sells in every category of the third level, and only there', () => {
    const leaves = (category: DemoCategory): string[] =>
      category.children ? category.children.flatMap(leaves) : [category.slug];
    expect(new Set(ASSORTMENT.map((line) => line.category))).toEqual(
      new Set(DEMO_CATEGORIES.flatMap(leaves)),
    );
  });

  it('spreads ninety days of orders whose parts add up', () => {
    const orders = makeOrders(products, now);
    expect(orders.length).toBeGreaterThan(5000);
    for (const order of orders) {
      expect(order.placedAt.getTime()).toBeLessThan(now.getTime());
      expect(order.parts.length).toBeGreaterThan(0);
      const items = order.parts.flatMap((part) =>
        part.lines.map((line) => line.variant.priceMinor * line.quantity),
      );
      expect(items.reduce((sum, item) => sum + item, 0)).toBe(order.itemsMinor);
    }
  });
});
