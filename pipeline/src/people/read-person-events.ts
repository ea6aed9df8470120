import type { Store } from '../clickhouse/store.ts';
import { findBrowsers, type Person } from './person.ts';

/** What one copy may hold of events; whoever has more gets the latest. */
const MAX_EVENTS = 500_000;

/**
 * What a person's browsers reported, newest first, one JSON object a line. Of a browser that others order with too only
 * what is about the person's own orders: the rest may be theirs.
 */
export async function readPersonEvents(store: Store, person: Person): Promise<AsyncIterable<string>> {
  const browsers = await findBrowsers(store, person);
  const distinctIds = browsers.filter(({ isShared }) => !isShared).map(({ distinctId }) => distinctId);
  return store.stream(
    `SELECT event, timestamp, distinct_id, session_id, path, channel, device, search_query, order_id, properties
     FROM events
     WHERE distinct_id IN {distinctIds:Array(String)} OR order_id IN {orderIds:Array(UUID)}
     ORDER BY timestamp DESC
     LIMIT ${MAX_EVENTS}`,
    { distinctIds, orderIds: person.orderIds },
  );
}
