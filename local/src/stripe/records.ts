/** What the stand-in remembers: compact facts; Stripe's own objects are rendered from them in `objects.ts`. */

type Metadata = Record<string, string>;

export interface LineItem {
  id: string;
  name: string;
  description: string | null;
  image: string | null;
  productId: string;
  priceId: string;
  unitAmountMinor: number;
  quantity: number;
}

/** A checkout session. Times are Unix seconds, amounts minor units. */
export interface Checkout {
  id: string;
  createdAt: number;
  expiresAt: number;
  status: 'open' | 'complete' | 'expired';
  currency: string;
  amountMinor: number;
  lines: LineItem[];
  clientReferenceId: string | null;
  customerEmail: string | null;
  metadata: Metadata;
  paymentMetadata: Metadata;
  paymentDescription: string | null;
  successUrl: string;
  cancelUrl: string | null;
  paymentId: string | null;
}

export interface PaymentFailure {
  code: string;
  declineCode: string | null;
  message: string;
}

/** A payment intent with the charge of its last attempt. */
export interface Payment {
  id: string;
  checkoutId: string;
  chargeId: string | null;
  createdAt: number;
  amountMinor: number;
  refundedMinor: number;
  currency: string;
  status: 'requires_payment_method' | 'requires_action' | 'succeeded';
  cardLast4: string;
  cardholder: string;
  email: string | null;
  metadata: Metadata;
  description: string | null;
  failure: PaymentFailure | null;
}

export interface RefundRecord {
  id: string;
  paymentId: string;
  chargeId: string;
  createdAt: number;
  amountMinor: number;
  currency: string;
  reason: 'duplicate' | 'fraudulent' | 'requested_by_customer' | null;
  metadata: Metadata;
}

/** An event with the snapshot of its object, as it is sent. */
export interface EventRecord {
  id: string;
  type: string;
  createdAt: number;
  apiVersion: string;
  object: object;
  requestId: string | null;
  idempotencyKey: string | null;
  delivered: boolean;
}

/** The first answer given to an idempotency key. */
export interface KeyRecord {
  key: string;
  fingerprint: string;
  status: number;
  body: string;
  requestId: string;
  createdAt: number;
}

/** One change of the state; changes of one request are written and read back together or not at all. */
export type Change =
  | { kind: 'checkout'; value: Checkout }
  | { kind: 'payment'; value: Payment }
  | { kind: 'refund'; value: RefundRecord }
  | { kind: 'event'; value: EventRecord }
  | { kind: 'delivered'; value: string }
  | { kind: 'key'; value: KeyRecord };
