import { readPeriod, type SellerLive, type SellerPermission, type SellerSales } from '@plaza/contracts';
import { toApiError } from '@plaza/federation/host';
import type { LoaderInput, LoaderResult } from '@plaza/federation/remote';
import { loadForSeller } from '../../shared/load-for-seller.ts';

/** The first figures, or null for them when they could not be read now; null for an account that does not sell. */
export type DashboardData = {
  sales: SellerSales | null;
  live: SellerLive | null;
  /** When the page was made: what the days of its address are counted from. */
  madeAt: string;
  permissions: SellerPermission[];
} | null;

export const loadDashboard = ({ api, search }: LoaderInput): LoaderResult<DashboardData> =>
  loadForSeller(api, async () => {
    const now = new Date();
    const madeAt = now.toISOString();
    try {
      const [sales, live] = await Promise.all([
        api.analytics.seller.sales.query(readPeriod(search, now)),
        api.analytics.seller.live.query(),
      ]);
      return { sales, live, madeAt };
    } catch (error) {
      const code = toApiError(error)?.code;
      if (code === 'UNAUTHORIZED' || code === 'FORBIDDEN') throw error;
      // The page stands without its figures, says so, and goes on asking.
      return { sales: null, live: null, madeAt };
    }
  });
