import { type Address, type Cart, newId, type OrderLine, type ShippingSpeed } from '@plaza/contracts';
import { createSalesEvent, type SalesEventOf } from '@plaza/events';
import { toOrderNumber, toSellerOrderNumber } from './order-number.ts';

/** Who places an order, when, and what it is remembered by. */
export interface OrderTerms {
  buyerKey: string;
  buyerAccountId: string | null;
  cartId: string;
  idempotencyKey: string;
  email: string;
  address: Address;
  placedAt: Date;
  /** Until when the stock is kept for an unpaid order. */
  expiresAt: Date;
}

/** An order as `place_order` takes it. Moments are ISO 8601 in UTC. */
export interface SplitOrder {
  order: Omit<OrderTerms, 'placedAt' | 'expiresAt'> & {
    id: string;
    number: string;
    currency: string;
    itemsMinor: number;
    shippingMinor: number;
    totalMinor: number;
    placedAt: string;
    expiresAt: string;
  };
  sellerOrders: {
    id: string;
    number: string;
    sellerId: string;
    itemsMinor: number;
    shippingMinor: number;
    totalMinor: number;
    shippingSpeed: ShippingSpeed;
  }[];
  lines: (OrderLine & { id: string; sellerOrderId: string })[];
  fact: SalesEventOf<'order.placed'>;
}

/**
 * Splits a priced cart into one seller order a seller, each with its lines and its shipping. Sums hold exactly: the
 * lines of a part are its items, items and shipping are its total, and the parts are the order.
 * @param cart without problems and with an address, so that every group has a speed
 */
export function splitOrder(cart: Cart, terms: OrderTerms): SplitOrder {
  const id = newId();
  const number = toOrderNumber(id);
  const parts = cart.groups.map((group, index) => {
    const sellerOrderId = newId();
    if (group.shippingSpeed === null) throw new Error('A cart without an address cannot be ordered.');
    const sellerOrder = {
      id: sellerOrderId,
      number: toSellerOrderNumber(number, index + 1),
      sellerId: group.seller.id,
      itemsMinor: group.itemsMinor,
      shippingMinor: group.shippingMinor,
      totalMinor: group.itemsMinor + group.shippingMinor,
      shippingSpeed: group.shippingSpeed,
    };
    const lines = group.lines.map(({ problem, availableQuantity, ...line }) => {
      if (problem !== null) throw new Error(`A line with a problem cannot be ordered: ${problem.code}.`);
      return { ...line, id: newId(), sellerOrderId };
    });
    return { sellerOrder, lines };
  });
  const { placedAt, expiresAt, ...rest } = terms;
  const { currency, itemsMinor, shippingMinor, totalMinor } = cart;
  return {
    order: {
      ...rest,
      ...{ id, number, currency, itemsMinor, shippingMinor, totalMinor },
      placedAt: placedAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
    },
    sellerOrders: parts.map((part) => part.sellerOrder),
    lines: parts.flatMap((part) => part.lines),
    fact: createSalesEvent('order.placed', {
      aggregateId: id,
      occurredAt: placedAt,
      payload: {
        ...{ orderId: id, orderNumber: number, buyerKey: terms.buyerKey, currency, totalMinor },
        sellerOrders: parts.map(({ sellerOrder }) => ({
          sellerOrderId: sellerOrder.id,
          sellerId: sellerOrder.sellerId,
          totalMinor: sellerOrder.totalMinor,
        })),
      },
    }),
  };
}
