import { salesEventSchema } from '@plaza/events';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { priceCart } from '../cart/price-cart.ts';
import { ADDRESS } from '../testing/address.ts';
import { anySoundCartRecord } from '../testing/any-cart-record.ts';
import { type OrderTerms, splitOrder } from './split-order.ts';

const terms: OrderTerms = {
  buyerKey: 'cart:test',
  buyerAccountId: null,
  cartId: '01900000-0000-7000-8000-000000000001',
  idempotencyKey: '01900000-0000-4000-8000-000000000002',
  email: 'ada@plaza.test',
  address: ADDRESS,
  placedAt: new Date('2026-11-21T10:00:00Z'),
  expiresAt: new Date('2026-11-21T10:15:00Z'),
};
const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0);

describe('splitting an order', () => {
  it('gives every seller a part, and the parts are the order to the cent', () => {
    fc.assert(
      fc.property(anySoundCartRecord, (record) => {
        const cart = priceCart(record);
        const { order, sellerOrders, lines } = splitOrder(cart, terms);
        expect(sellerOrders.map((part) => part.sellerId)).toEqual(
          cart.groups.map((group) => group.seller.id),
        );
        for (const part of sellerOrders) {
          const own = lines.filter((line) => line.sellerOrderId === part.id);
          expect(own.length).toBeGreaterThan(0);
          expect(part.itemsMinor).toBe(sum(own.map((line) => line.unitPriceMinor * line.quantity)));
          expect(part.totalMinor).toBe(part.itemsMinor + part.shippingMinor);
        }
        expect(order.itemsMinor).toBe(sum(sellerOrders.map((part) => part.itemsMinor)));
        expect(order.shippingMinor).toBe(sum(sellerOrders.map((part) => part.shippingMinor)));
        expect(order.totalMinor).toBe(cart.totalMinor);
        expect(lines).toHaveLength(record.lines.length);
      }),
    );
  });

  it('numbers the parts after the order', () => {
    fc.assert(
      fc.property(anySoundCartRecord, (record) => {
        const { order, sellerOrders } = splitOrder(priceCart(record), terms);
        const numbers = sellerOrders.map((part) => part.number);
        expect(numbers).toEqual(sellerOrders.map((_, index) => `${order.number}-${index + 1}`));
      }),
    );
  });

  it('tells the pipeline a fact of the published shape', () => {
    fc.assert(
      fc.property(anySoundCartRecord, (record) => {
        const { fact, order } = splitOrder(priceCart(record), terms);
        expect(salesEventSchema.parse(fact)).toMatchObject({ type: 'order.placed', aggregateId: order.id });
      }),
    );
  });

  it('refuses what must not be ordered', () => {
    fc.assert(
      fc.property(anySoundCartRecord, (record) => {
        const lines = record.lines.map((line) => ({ ...line, isPublished: false }));
        expect(() => splitOrder(priceCart({ ...record, lines }), terms)).toThrow(/problem/);
        expect(() => splitOrder(priceCart({ ...record, address: null }), terms)).toThrow(/address/);
      }),
    );
  });
});
