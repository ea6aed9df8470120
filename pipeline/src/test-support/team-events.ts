import { now } from './week.ts';

/** Where an event comes from; what is left out is the same for all. */
export interface Step {
  mfe?: string;
  version?: string;
  visitor?: string;
  session?: string;
  at?: Date;
  isBot?: boolean;
  more?: object;
}
export const event = (name: string, step: Step = {}) => ({
  event: name,
  visitor: step.visitor ?? 'v',
  at: step.at ?? now,
  isBot: step.isBot ?? false,
  properties: {
    mfe: step.mfe ?? 'catalog',
    mfeVersion: step.version ?? '1.0.0',
    $session_id: step.session ?? 's',
    ...step.more,
  },
});
export const viewed = (step: Step = {}) =>
  event('product_viewed', {
    ...step,
    more: {
      productId: '01900000-0000-7000-8000-000000000001',
      sellerId: '01900000-0000-7000-8000-000000000002',
      priceMinor: 100,
      currency: 'USD',
    },
  });
