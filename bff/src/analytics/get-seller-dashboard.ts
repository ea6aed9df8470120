import { type SellerDashboard, type sellerDashboardInput, sellerDashboardSchema } from '@plaza/contracts';
import { TRPCError } from '@trpc/server';
import type { z } from 'zod';
import type { Services } from '../platform/services.ts';

const TIMEOUT_MS = 3_000;

/**
 * What a seller's shop did in the last days, from the pipeline, which alone reads the analytics store.
 * @throws SERVICE_UNAVAILABLE when the pipeline does not answer
 */
export async function getSellerDashboard(
  { env, log }: Pick<Services, 'log'> & { env: Pick<Services['env'], 'PIPELINE_URL' | 'INTERNAL_TOKEN'> },
  seller: { id: string },
  { days }: z.output<typeof sellerDashboardInput>,
  timeoutMs = TIMEOUT_MS,
): Promise<SellerDashboard> {
  const url = new URL('/internal/dashboards/seller', env.PIPELINE_URL);
  url.search = new URLSearchParams({ sellerId: seller.id, days: String(days) }).toString();
  try {
    const response = await fetch(url, {
      headers: { authorization: `Bearer ${env.INTERNAL_TOKEN}` },
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!response.ok) throw new Error(`The pipeline answered ${response.status}.`);
    return sellerDashboardSchema.parse(await response.json());
  } catch (error) {
    log.warn({ err: error, sellerId: seller.id }, 'a dashboard could not be read');
    throw new TRPCError({
      code: 'SERVICE_UNAVAILABLE',
      message: 'The figures are not available at the moment. Please try again in a minute.',
    });
  }
}
