import { z } from 'zod';

const stepsSchema = z.object({
  /** Different browsers that did it at least once in the period, of those that agreed to be counted. */
  viewed: z.int(),
  added: z.int(),
  bought: z.int(),
  /** Orders of the period, and how many of them were confirmed in such a browser. */
  orders: z.int(),
  measuredOrders: z.int(),
});
export type FunnelSteps = z.infer<typeof stepsSchema>;

/** From looking at a seller's product to buying one. */
export const sellerFunnelSchema = z.object({ steps: stepsSchema, previous: stepsSchema });
export type SellerFunnel = z.infer<typeof sellerFunnelSchema>;
