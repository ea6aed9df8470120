import { createHash } from 'node:crypto';
import type { DemoOrder } from './make-orders.ts';
import { createRandom, seededId } from './random.ts';

const HOUR_MS = 3_600_000;
/** How many orders are by somebody who bought from the same seller before. */
const RETURNING_SHARE = 0.32;
/** How many parts of orders are cancelled after they were paid. */
const REFUNDED_SHARE = 0.03;

/** Money that went back for one seller's part of an order. */
interface DemoRefund {
  id: string;
  paymentId: string;
  partId: string;
  amountMinor: number;
  refundedAt: Date;
}
export interface OrderWithHistory extends DemoOrder {
  /** `cart:<digest>`: the same for orders of the same person. */
  buyerKey: string;
  refunds: DemoRefund[];
}

/**
 * Lets people come back, and some parts of orders go back before they were shipped. Draws for itself, so that the orders
 * stay as they were drawn.
 * @param orders oldest first
 */
export function giveHistory(orders: readonly DemoOrder[], now: Date): OrderWithHistory[] {
  const random = createRandom('order history');
  const bySeller = new Map<string, OrderWithHistory[]>();
  const inOrder = orders.toSorted((a, b) => a.placedAt.getTime() - b.placedAt.getTime());
  return inOrder.map((order) => {
    const sellerSlug = order.parts[0]?.sellerSlug ?? '';
    const earlier = bySeller.get(sellerSlug) ?? [];
    const known = random.chance(RETURNING_SHARE) && earlier.length > 0 ? random.pick(earlier) : null;
    const { email, address, buyerKey } = known ?? { ...order, buyerKey: keyOf(order.id) };
    const withHistory = { ...order, email, address, buyerKey, refunds: refundSome(order, random, now) };
    bySeller.set(sellerSlug, [...earlier, withHistory]);
    return withHistory;
  });
}

/** Cancels parts that were paid for, in place. */
function refundSome(order: DemoOrder, random: ReturnType<typeof createRandom>, now: Date): DemoRefund[] {
  return order.parts.flatMap((part) => {
    const refundedAt = new Date(order.placedAt.getTime() + random.between(HOUR_MS / 2, 6 * HOUR_MS));
    const isRefunded = random.chance(REFUNDED_SHARE) && order.status === 'paid' && refundedAt < now;
    if (!isRefunded) return [];
    part.status = 'cancelled';
    part.trackingNumber = null;
    part.timeline = [
      ...part.timeline.filter(({ status }) => status === 'pending_payment' || status === 'paid'),
      { status: 'cancelled', at: refundedAt.toISOString() },
    ];
    return [
      {
        id: seededId(random, refundedAt.getTime()),
        paymentId: seededId(random, order.placedAt.getTime()),
        partId: part.id,
        amountMinor: part.itemsMinor + part.shippingMinor,
        refundedAt,
      },
    ];
  });
}

const keyOf = (text: string): string => `cart:${createHash('sha256').update(text).digest('hex')}`;
