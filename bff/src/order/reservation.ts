/** How long stock is kept for an order that is not paid. */
export const RESERVATION_MS = 15 * 60_000;
