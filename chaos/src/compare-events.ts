import { z } from 'zod';
import type { Store } from '../../pipeline/src/clickhouse/store.ts';
import type { Ledger } from './ledger.ts';

const rowSchema = z.object({ uuid: z.string(), times: z.coerce.number(), received: z.array(z.string()) });

export interface EventComparison {
  sent: number;
  acknowledged: number;
  /** Different events in ClickHouse. */
  stored: number;
  /** Acknowledged and not there. */
  lost: string[];
  /** There more than once, and when each was received. */
  twice: { uuid: string; received: string[] }[];
  /** There though no answer said so: allowed, an answer can get lost. */
  unacknowledgedButStored: number;
  /** There though nobody sent them. */
  unknown: string[];
  /** None of what is sent is wrong, so none may be refused. */
  deadLetters: number;
}

/** Holds what ClickHouse has against what the shoppers know, id by id. */
export async function compareEvents(store: Store, ledger: Ledger): Promise<EventComparison> {
  const seen = new Set<string>();
  const twice: EventComparison['twice'] = [];
  const unknown: string[] = [];
  let unacknowledgedButStored = 0;
  const lines = await store.stream(
    `SELECT toString(uuid) AS uuid, count() AS times,
       if(times > 1, arrayMap(t -> toString(t), groupArray(10)(received_at)), []) AS received
     FROM events GROUP BY uuid`,
  );
  for await (const line of lines) {
    const { uuid, times, received } = rowSchema.parse(JSON.parse(line));
    seen.add(uuid);
    if (times > 1) twice.push({ uuid, received });
    if (!ledger.wasSent(uuid)) unknown.push(uuid);
    else if (!ledger.isAcknowledged(uuid)) unacknowledgedButStored += 1;
  }
  const [refused] = await store.query(
    z.object({ count: z.coerce.number() }),
    'SELECT count() AS count FROM dead_letters',
  );
  return {
    ...ledger.counts(),
    stored: seen.size,
    lost: ledger.acknowledgedIds().filter((id) => !seen.has(id)),
    twice,
    unacknowledgedButStored,
    unknown,
    deadLetters: refused?.count ?? 0,
  };
}
