import { newId } from '@plaza/contracts';
import { EVENT_COLUMNS } from '../steps/letter.ts';
import type { CaptureContext } from '../steps/parse-event.ts';
import { processEvent } from '../steps/process-event.ts';
import { readSender } from '../steps/read-sender.ts';

export const receivedAtMs = Date.parse('2026-11-20T12:00:00.000Z');
/** The request of a phone in Germany. */
export const context: CaptureContext = {
  receivedAtMs,
  sentAtMs: receivedAtMs - 50,
  sender: readSender('Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Mobile/15E148', 'DE'),
};
/** An event as the storefront sends it. */
export const valid = {
  uuid: '01a1fd5d-9e36-7e50-896c-6a3f66047afb',
  event: 'product_viewed',
  timestamp: '2026-11-20T11:59:59.000Z',
  properties: {
    distinct_id: 'visitor-1',
    $session_id: 'session-1',
    $pathname: '/p/cable',
    productId: newId(),
    sellerId: newId(),
    priceMinor: 1999,
    currency: 'USD',
    mfe: 'catalog',
    mfeVersion: '1.2.3',
  },
};

/** The row that an event becomes, by column. @throws when it is not stored as an event */
export const columnsOf = (raw: unknown, inContext = context): Record<string, unknown> => {
  const letter = processEvent(raw, inContext);
  if (letter?.table !== 'events') throw new Error(`Not stored as an event: ${JSON.stringify(letter)}`);
  const row: unknown[] = JSON.parse(letter.row);
  return Object.fromEntries(EVENT_COLUMNS.map((column, index) => [column, row[index]]));
};
