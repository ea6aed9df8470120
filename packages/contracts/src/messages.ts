import type { ShippingSpeed } from './cart.ts';
import type { OrderStatus, SellerOrder, SellerOrderStatus } from './order.ts';

const orderStatus: Record<OrderStatus, string> = {
  pending_payment: 'Waiting for payment',
  paid: 'Paid',
  expired: 'Not paid in time',
  cancelled: 'Cancelled',
};

const parcelStatus: Record<SellerOrderStatus, string> = {
  pending_payment: 'Waiting for payment',
  paid: 'Being packed',
  shipped: 'On its way',
  delivered: 'Delivered',
  cancelled: 'Cancelled',
  expired: 'Not paid in time',
};

/** What happened to a parcel, as against how it stands. */
const parcelSteps: Record<SellerOrderStatus, string> = {
  pending_payment: 'Order placed',
  paid: 'Payment received',
  shipped: 'Shipped',
  delivered: 'Delivered',
  cancelled: 'Cancelled',
  expired: 'Not paid in time',
};

const speeds: Record<ShippingSpeed, string> = { standard: 'Standard', express: 'Express' };

/** How a state feels, beside its word: the names of the tones of badges. */
export const statusTones = {
  pending_payment: 'warning',
  paid: 'accent',
  shipped: 'accent',
  delivered: 'positive',
  cancelled: 'neutral',
  expired: 'neutral',
} as const satisfies Record<OrderStatus | SellerOrderStatus, string>;

// Days, not moments: the same day wherever it is written.
const dayFormat = new Intl.DateTimeFormat('en-US', {
  weekday: 'short',
  month: 'short',
  day: 'numeric',
  timeZone: 'UTC',
});

/**
 * The words of an order for the one who buys, in every place that speaks of it: cart, checkout, order, receipt, e-mail.
 * To buyers a seller order is a parcel. Sellers read other words: the same status is a task to them.
 */
export const orderMessages = {
  order: (number: string) => `Order ${number}`,
  orderStatus,
  parcelStatus,
  parcelSteps,
  parcelFrom: (seller: string) => `Parcel from ${seller}`,
  quantity: (count: number) => `Quantity ${count}`,
  itemCount: (count: number) => (count === 1 ? '1 item' : `${count} items`),

  summary: 'Summary',
  items: 'Items',
  shipping: 'Shipping',
  free: 'Free',
  total: 'Total',
  refunded: 'Refunded',
  pay: (amount: string) => `Pay ${amount}`,
  openingPayment: 'Opening the payment page…',

  speeds,
  shippingBy: (speed: ShippingSpeed) => `${speeds[speed]} shipping`,
  deliverTo: 'Deliver to',
  confirmationTo: 'Confirmation to',
  viewReceipt: 'View receipt',
  /** When a parcel is expected; empty when nobody can say. */
  arrives(window: SellerOrder['estimatedDelivery']): string {
    if (!window) return '';
    const [from, to] = [window.earliest, window.latest].map((day) => dayFormat.format(new Date(day)));
    return from === to ? `Arrives ${from}` : `Arrives ${from} to ${to}`;
  },
  tracking: (carrier: string, trackingNumber: string) => `${carrier}, tracking number ${trackingNumber}`,
} as const;
