import { dayOf, type Period, type SellerLive } from '@plaza/contracts';
import { useHost } from '@plaza/federation/host';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';

/** A sale is to be seen within five seconds of its payment. */
const REFRESH_MS = 1_500;

/**
 * Today so far, read again and again while the tab is looked at. When something was sold or refunded, the other figures
 * are read again, if the period has today in it.
 */
export function useLive(loaded: SellerLive | null, period: Period) {
  const { api } = useHost();
  const client = useQueryClient();
  const live = useQuery({
    ...api.analytics.seller.live.queryOptions(),
    ...(loaded && { initialData: loaded }),
    refetchInterval: REFRESH_MS,
    refetchOnWindowFocus: true,
    retry: false,
  });
  const data: SellerLive | undefined = live.data;
  const state = data && JSON.stringify([data.revenueMinor, data.orders, data.units, data.lastSale]);
  const hasToday = data !== undefined && period.to >= dayOf(new Date(data.asOf));
  const known = useRef(state);
  useEffect(() => {
    if (state === undefined || state === known.current) return;
    const isFirst = known.current === undefined;
    known.current = state;
    if (isFirst || !hasToday) return;
    const { sales, ...others } = panelsOf(api);
    // The figures first: the other panels would compete with them.
    void client.invalidateQueries(sales).then(() => {
      for (const filter of Object.values(others)) void client.invalidateQueries(filter);
    });
  }, [state, hasToday, client, api]);
  return { data, isError: live.isError };
}

const panelsOf = ({ analytics: { seller } }: ReturnType<typeof useHost>['api']) => ({
  sales: seller.sales.pathFilter(),
  funnel: seller.funnel.pathFilter(),
  sources: seller.sources.pathFilter(),
  products: seller.products.pathFilter(),
  returns: seller.returns.pathFilter(),
  customers: seller.customers.pathFilter(),
  stock: seller.stock.pathFilter(),
});
