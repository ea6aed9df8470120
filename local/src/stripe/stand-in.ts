import { stripeId } from './ids.ts';
import { checkoutObject } from './objects.ts';
import type { Change, Checkout, EventRecord } from './records.ts';
import type { State } from './state.ts';

/** What one call of the API, or one visit of the payment page, brings along. */
export interface Origin {
  apiVersion: string;
  requestId: string | null;
  idempotencyKey: string | null;
}

/** The parts that every use case of the stand-in needs. */
export interface StandIn {
  state: State;
  /** Unix seconds. */
  now(): number;
  /** Address below which the payment pages live, without a slash at its end. */
  publicBaseUrl: string;
  /** Makes changes durable, then sends the events among them. */
  commit(changes: Change[]): Promise<void>;
}

/** Version of events that no API call caused, before the first call has told which one the shop uses. */
export const DEFAULT_API_VERSION = '2026-10-28.endive';

/** @returns the address of the hosted payment page of a session */
export function payUrl(standIn: StandIn, checkoutId: string): string {
  return `${standIn.publicBaseUrl}/pay/${checkoutId}`;
}

export function renderCheckout(standIn: StandIn, checkout: Checkout) {
  return checkoutObject(checkout, payUrl(standIn, checkout.id));
}

/** @param object snapshot of what the event is about, as it is after the change */
export function eventChange(standIn: StandIn, type: string, object: object, origin: Origin): Change {
  const value: EventRecord = {
    id: stripeId('evt', 24),
    type,
    createdAt: standIn.now(),
    apiVersion: origin.apiVersion,
    object,
    requestId: origin.requestId,
    idempotencyKey: origin.idempotencyKey,
    delivered: false,
  };
  return { kind: 'event', value };
}
