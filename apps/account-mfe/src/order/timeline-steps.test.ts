import { SELLER_ORDER_TRANSITIONS, type SellerOrderStatus } from '@plaza/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFinal, timelineSteps } from './timeline-steps.ts';

const at = '2026-11-21T10:00:00.000Z';
const history = (...statuses: SellerOrderStatus[]) => ({
  status: statuses.at(-1) ?? 'pending_payment',
  timeline: statuses.map((status) => ({ status, at })),
});
const states = (...statuses: SellerOrderStatus[]) =>
  timelineSteps(history(...statuses)).map(({ status, state }) => [status, state]);

/** A way through the state machine: each number chooses among the steps that are possible. */
const walks = fc.array(fc.nat(), { maxLength: 6 }).map((choices) => {
  const statuses: SellerOrderStatus[] = ['pending_payment'];
  for (const choice of choices) {
    const steps = SELLER_ORDER_TRANSITIONS.filter((step) => step.from === statuses.at(-1));
    const step = steps[choice % Math.max(1, steps.length)];
    if (step) statuses.push(step.to);
  }
  return statuses;
});

describe('the timeline of a parcel', () => {
  it('shows what happened, where it stands and what comes', () => {
    expect(states('pending_payment', 'paid')).toEqual([
      ['pending_payment', 'done'],
      ['paid', 'current'],
      ['shipped', 'next'],
      ['delivered', 'next'],
    ]);
  });

  it('ends with what stopped it', () => {
    expect(states('pending_payment', 'paid', 'cancelled').at(-1)).toEqual(['cancelled', 'failed']);
    expect(states('pending_payment', 'expired').at(-1)).toEqual(['expired', 'failed']);
  });

  it('goes on after a late payment', () => {
    expect(states('pending_payment', 'expired', 'paid').map(([, state]) => state)).toEqual([
      'done',
      'done',
      'current',
      'next',
      'next',
    ]);
  });

  it('is complete when the parcel has arrived', () => {
    expect(states('pending_payment', 'paid', 'shipped', 'delivered').map(([, state]) => state)).toEqual(
      Array(4).fill('done'),
    );
  });

  it('holds every event once, then what is to come, whatever way was taken', () => {
    fc.assert(
      fc.property(walks, (statuses) => {
        const steps = timelineSteps(history(...statuses));
        expect(steps.slice(0, statuses.length).map(({ status }) => status)).toEqual(statuses);
        expect(steps.slice(statuses.length).every(({ state, at }) => state === 'next' && at === null)).toBe(
          true,
        );
        const last = statuses.at(-1);
        expect(steps.some(({ state }) => state === 'next')).toBe(last !== undefined && !isFinal(last));
      }),
    );
  });
});
