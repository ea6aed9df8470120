import type { SellerDashboard, SellerPermission } from '@plaza/contracts';
import { toApiError } from '@plaza/federation/host';
import type { LoaderInput, LoaderResult } from '@plaza/federation/remote';
import { loadForSeller } from '../../shared/load-for-seller.ts';
import { daysOf } from './dashboard-days.ts';

/** The figures, or null for them when they could not be read now; null for an account that does not sell. */
export type DashboardData = {
  dashboard: SellerDashboard | null;
  permissions: SellerPermission[];
} | null;

export const loadDashboard = ({ api, search }: LoaderInput): LoaderResult<DashboardData> =>
  loadForSeller(api, async () => {
    try {
      return { dashboard: await api.analytics.sellerDashboard.query({ days: daysOf(search) }) };
    } catch (error) {
      const code = toApiError(error)?.code;
      if (code === 'UNAUTHORIZED' || code === 'FORBIDDEN') throw error;
      // The page stands without its figures, says so, and goes on asking.
      return { dashboard: null };
    }
  });
