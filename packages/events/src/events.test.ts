import { newId } from '@plaza/contracts';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { type ClickstreamProperties, clickstreamSchemas, isClickstreamEventName } from './clickstream.ts';
import { createSalesEvent, salesEventSchema, salesPayloadSchemas } from './sales.ts';

const paid = () =>
  createSalesEvent('order.paid', {
    aggregateId: newId(),
    occurredAt: new Date('2026-11-20T10:00:00Z'),
    payload: {
      orderId: newId(),
      orderNumber: 'P7K3-M92Q',
      buyerKey: 'b1',
      currency: 'USD',
      totalMinor: 2500,
      sellerOrders: [
        {
          sellerOrderId: newId(),
          sellerId: newId(),
          itemsMinor: 2000,
          shippingMinor: 500,
          totalMinor: 2500,
          lines: [
            {
              productId: newId(),
              variantId: newId(),
              title: 'Cable',
              quantity: 2,
              unitPriceMinor: 1000,
              totalMinor: 2000,
            },
          ],
        },
      ],
    },
  });

describe('a fact of the outbox', () => {
  it('survives JSON and parses to itself', () => {
    const event = paid();
    expect(salesEventSchema.parse(JSON.parse(JSON.stringify(event)))).toEqual(event);
  });

  it('is refused in a version that nobody has published', () => {
    expect(salesEventSchema.safeParse({ ...paid(), version: 2 }).success).toBe(false);
  });

  it('is refused with a fraction of a cent', () => {
    const event = paid();
    const payload = { ...event.payload, totalMinor: 25.5 };
    expect(salesEventSchema.safeParse({ ...event, payload }).success).toBe(false);
  });

  it('has a place in the union for every payload', () => {
    const types = salesEventSchema.options.map((option) => option.shape.type.value);
    expect(types.sort()).toEqual(Object.keys(salesPayloadSchemas).sort());
  });
});

describe('the clickstream catalogue', () => {
  it('types exactly the listed properties', () => {
    expectTypeOf<ClickstreamProperties<'search_performed'>>().toEqualTypeOf<{
      query: string;
      resultCount: number;
      mfe?: string | undefined;
      mfeVersion?: string | undefined;
      trials?: string[] | undefined;
      catalogueVersion?: number | undefined;
    }>();
  });

  it('lets properties of the browser SDK through', () => {
    const properties = { query: 'usb', resultCount: 3, $session_id: 's', mfe: 'catalog' };
    expect(clickstreamSchemas.search_performed.parse(properties)).toEqual(properties);
  });

  it('does not take inherited names for events', () => {
    expect(isClickstreamEventName('product_viewed')).toBe(true);
    expect(isClickstreamEventName('toString')).toBe(false);
  });
});
