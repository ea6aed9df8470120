import type { Engine } from './engine.ts';

/** Days up to today that the history spans: the last 90 and as many to compare them with. */
const DAYS = 180;
const SELLERS = 200;
const EVENTS_OF_A_SESSION = 10;
const EVENTS_OF_A_VISITOR = 30;
/** One session of so many ends with an order, and one order of so many goes back. */
const SESSIONS_OF_AN_ORDER = 32;
const ORDERS_OF_A_REFUND = 20;
const EVENTS_OF_A_DEAD_LETTER = 1_000;
/** So many are put together in one statement: about what the engine writes at once. */
const EVENTS_OF_A_STATEMENT = 300_000;
/** Dead letters are kept for so long. */
const DEAD_LETTER_DAYS = 90;

/** An id that is the same for the same number; sellers, products and variants differ in their first group. */
const idOf = (kind: string, number: string) =>
  `toUUID(concat('${kind}-0000-7000-8000-', leftPad(lower(hex(toUInt32(${number}))), 12, '0')))`;
const seller = (number: string) => idOf('0190b7a1', number);
/** The seller with the most events: about seven of a hundred. */
export const LARGEST_SELLER = '0190b7a1-0000-7000-8000-000000000000';

/** Between 0 and 1, the same for the same session and word. */
const chance = (word: string) => `(cityHash64(session, ${word}) / 18446744073709551616)`;
const digestId = (word: string) => `reinterpretAsUUID(sipHash128(session, '${word}'))`;

/** Some days of the history, in days before today, and how much is on each. */
interface Span {
  part: string;
  firstDay: number;
  days: number;
  sessionsADay: number;
  visitors: number;
}

/** A session begins within so much of its day, and is over before the next. */
const DAY_MS = 84_000_000;
const LONGEST_SESSION_MS = 400_000;
/** Today's sessions are over by now. */
const TODAY_MS = `greatest(1, toUnixTimestamp64Milli(now64(3)) - toUnixTimestamp64Milli(toDateTime64(today(), 3)) - ${LONGEST_SESSION_MS})`;

/** The sessions of a span, with what their events and their orders have in common. */
const sessionsOf = ({ part, firstDay, days, sessionsADay }: Span) => `(
  SELECT ${firstDay} + number % ${days} AS day, cityHash64('${part}', day, number) AS session,
  toDateTime64(today() - day, 3, 'UTC') + toIntervalMillisecond(session % if(day = 0, least(${DAY_MS}, ${TODAY_MS}), ${DAY_MS})) AS began,
  toUInt32(${SELLERS} * pow(${chance("'seller'")}, 2)) AS seller_number,
  session % ${SESSIONS_OF_AN_ORDER} = 0 AS buys,
  ${digestId('order')} AS order_uuid
  FROM numbers(${days * sessionsADay})) AS sessions`;
/** A seller's 50 products, the first of them looked at most. */
const productNumber = (step: string) =>
  `(seller_number * 50 + toUInt32(50 * pow(${chance(`toUInt8(${step})`)}, 2)))`;
const PRICE = '(990 + product_number % 97 * 500)';
const CART_STEP = 6;

const pick = (values: readonly string[], word: string) =>
  `arrayElement([${values.map((value) => `'${value}'`).join(',')}], 1 + toUInt32(cityHash64(session, '${word}') % ${values.length}))`;
const CHANNELS = ['direct', 'direct', 'search', 'search', 'search', 'social', 'email', 'paid', 'referral'];
const COUNTRIES = ['US', 'US', 'US', 'US', 'GB', 'DE', 'FR', 'CA', 'AU', 'ES', 'NL', 'SE', 'BR', 'JP', ''];
const DEVICES = ['desktop', 'desktop', 'desktop', 'mobile', 'mobile', 'mobile', 'mobile', 'tablet'];

/** A name for each step of a session. */
const EVENT = `multiIf(
  step = 0, '$pageview',
  step = 1, if(session % 2 = 0, 'search_performed', '$pageview'),
  step = 2 AND session % 4 = 0, 'search_result_clicked',
  step < ${CART_STEP}, 'product_viewed',
  step = ${CART_STEP}, if(buys OR session % 8 = 0, 'product_added_to_cart', 'product_viewed'),
  step = 7, if(buys OR session % 16 = 0, 'checkout_started', '$pageview'),
  step = 8, if(buys, 'order_confirmed', '$web_vitals'),
  if(session % 101 = 0, 'frontend_failed', '$pageview'))`;

const vital = (name: string, scale: number) =>
  `'"$web_vitals_${name}_value":', toString(round(${scale} * exp(1.2 * ${chance(`'${name}'`)}), 3)), ','`;
/** What a browser sends along with every event, and what some of them say besides. */
const PROPERTIES = `concat(
  '{"$session_id":"', session_text, '","$window_id":"', toString(${digestId('window')}), '","$current_url":"https://market.example', path,
  '","$pathname":"', path, '","$host":"market.example","$referrer":"$direct","$referring_domain":"$direct",',
  '"$lib":"web","$lib_version":"1.372.1","$browser":"Chrome","$browser_version":142,"$os":"Mac OS X","$device_type":"', device_name,
  '","$screen_width":1440,"$screen_height":900,"$viewport_width":1432,"$viewport_height":', toString(600 + session % 300),
  ',"$timezone":"Europe/Berlin","mfe":"', frontend, '","mfeVersion":"', release, '",',
  multiIf(
    name = '$web_vitals', concat(${vital('LCP', 900)}, ${vital('FCP', 500)}, ${vital('INP', 60)}, ${vital('CLS', 0.02)}),
    name = 'search_result_clicked', concat('"position":', toString(1 + session % 17), ','),
    name = 'frontend_failed', concat('"message":"TypeError: item ', toString(session % 1000), ' of list ', toString(session % 37), ' is undefined","source":"index.js:1:204",'),
    has_product, concat('"productId":"', toString(product_uuid), '","sellerId":"', toString(seller_uuid), '","priceMinor":', toString(${PRICE}), ',"currency":"USD",'),
    ''),
  '"$pageview_id":"', hex(sipHash128(session, step)), '"}')`;

const NOBODY = "toUUIDOrZero('')";

/** The sessions of a span, ten events each. */
const EVENTS = (span: Span) => `
  INSERT INTO events (uuid, event, known, catalogue_version, timestamp, received_at, distinct_id, session_id, seller_id,
    product_id, variant_id, order_id, currency, price_minor, quantity, path, channel, campaign, country, is_bot, device,
    mfe, mfe_version, search_query, result_count, properties)
  SELECT generateUUIDv4(), name, true, 1, at, at,
    toString(reinterpretAsUUID(sipHash128(cityHash64(session, 'visitor') % ${span.visitors}))), session_text,
    if(has_product, seller_uuid, ${NOBODY}), if(has_product, product_uuid, ${NOBODY}),
    if(has_product, ${idOf('0190b7a3', 'product_number')}, ${NOBODY}), if(name = 'order_confirmed', order_uuid, ${NOBODY}),
    if(has_product, 'USD', ''), if(has_product, ${PRICE}, 0), name = 'product_added_to_cart', path,
    ${pick(CHANNELS, 'channel')} AS came_by,
    if(came_by IN ('email', 'paid'), concat('campaign-', toString(session % 12)), ''),
    ${pick(COUNTRIES, 'country')}, session % 33 = 1, device_name, frontend, release,
    if(startsWith(name, 'search_'), concat('words ', toString(toUInt32(20000 * pow(${chance("'words'")}, 3)))), ''),
    if(name = 'search_performed' AND session % 14 > 0, session % 60, 0), ${PROPERTIES}
  FROM (
    SELECT *, step, ${EVENT} AS name, began + toIntervalSecond(step * 35) AS at,
      name IN ('product_viewed', 'product_added_to_cart', 'search_result_clicked') AS has_product,
      ${productNumber('step')} AS product_number,
      ${seller('seller_number')} AS seller_uuid, ${idOf('0190b7a2', 'product_number')} AS product_uuid,
      multiIf(startsWith(name, 'search_'), '/search', has_product, concat('/product/bench-', toString(product_number)), step > 6, '/checkout', '/') AS path,
      multiIf(step > 6, 'checkout', has_product OR step = 1, 'catalog', session % 20 = 0, 'account', 'shell') AS frontend,
      concat('1.', toString(intDiv(${DAYS - 1} - day, 12)), '.', toString(session % 3 = 0)) AS release,
      ${pick(DEVICES, 'device')} AS device_name, toString(${digestId('session')}) AS session_text
    FROM ${sessionsOf(span)}
    ARRAY JOIN range(${EVENTS_OF_A_SESSION}) AS step
  )`;

/** The orders of the sessions: what was put into the cart, its shipping, and a refund of some. */
const SALES = (span: Span) => `
  INSERT INTO sales (event_id, kind, occurred_at, seller_id, order_id, seller_order_id, buyer, product_id, variant_id,
    title, currency, quantity, orders, amount_minor)
  SELECT ${digestId('fact')}, kind, began + toIntervalSecond(300) + toIntervalDay(kind = 'refund'), ${seller('seller_number')},
    order_uuid, ${digestId('part')}, if(kind = 'refund', 0, cityHash64(cityHash64(session, 'visitor') % ${span.visitors})),
    if(kind = 'line', ${idOf('0190b7a2', 'product_number')}, ${NOBODY}),
    if(kind = 'line', ${idOf('0190b7a3', 'product_number')}, ${NOBODY}),
    if(kind = 'line', concat('Product ', toString(product_number)), ''), 'USD', kind = 'line', kind = 'shipping',
    multiIf(kind = 'shipping', 490, kind = 'refund', -${PRICE}, ${PRICE})
  FROM (
    SELECT *, ${productNumber(String(CART_STEP))} AS product_number
    FROM ${sessionsOf(span)}
    WHERE buys
  )
  ARRAY JOIN if(cityHash64(session, 'refund') % ${ORDERS_OF_A_REFUND} = 0 AND day > 1, ['line', 'shipping', 'refund'], ['line', 'shipping']) AS kind`;

const FACTS = (span: Span) => `
  INSERT INTO facts (id, type, version, occurred_at, aggregate_id, payload)
  SELECT ${digestId('fact')}, type, 1, began + toIntervalSecond(300), order_uuid,
    concat('{"orderId":"', toString(order_uuid), '","buyerKey":"', hex(sipHash128(session)), '","currency":"USD","sellerOrders":[]}')
  FROM ${sessionsOf(span)}
  ARRAY JOIN ['order.paid', 'stock.changed', 'order.delivered'] AS type
  WHERE buys`;

const LETTER_ID = `toUUID(concat(leftPad(lower(hex(toUInt32(session % 4294967296))), 8, '0'), '-0000-7000-8000-',
  leftPad(lower(hex(intDiv(session, 4294967296))), 12, '0')))`;

const DEAD_LETTERS = (span: Span) => `
  INSERT INTO dead_letters (id, source, reason, detail, payload, context, received_at)
  SELECT ${LETTER_ID}, 'capture', ${pick(['properties_invalid', 'properties_invalid', 'distinct_id_missing', 'timestamp_invalid'], 'reason')},
    'sellerId: is not a valid id',
    concat('{"event":"product_viewed","properties":{"$session_id":"', hex(sipHash128(session)), '","filler":"', repeat('x', 600), '"}}'),
    '{}', began
  FROM ${sessionsOf(span)}`;

/** Half of the dead letters have gone the way again. */
const REPLAYS = (span: Span) => `
  INSERT INTO dead_letter_replays (id, replayed_at)
  SELECT ${LETTER_ID}, began + toIntervalHour(1) FROM ${sessionsOf(span)} WHERE session % 2 = 0`;

/**
 * Invents a history inside the engine: events of sessions, sales, facts and dead letters, over many days, sellers and
 * versions. A second call adds to what the first one wrote, to every day.
 * @param part name of this part of the history
 * @param events how many events to add
 * @param total how many there will be, by which visitors are as many as they would be
 */
export async function addHistory(
  engine: Engine,
  { part, events, total }: { part: string; events: number; total: number },
): Promise<void> {
  const sessionsADay = Math.ceil(events / DAYS / EVENTS_OF_A_SESSION);
  const visitors = Math.ceil(total / EVENTS_OF_A_VISITOR);
  const days = Math.max(1, Math.floor(EVENTS_OF_A_STATEMENT / EVENTS_OF_A_SESSION / sessionsADay));
  // As it would have come: the oldest days first.
  for (let end = DAYS; end > 0; end -= days) {
    const firstDay = Math.max(0, end - days);
    const span = { part, firstDay, days: end - firstDay, sessionsADay, visitors };
    for (const write of [EVENTS, SALES, FACTS]) await engine.run(write(span));
  }
  const letters = Math.ceil(events / DAYS / EVENTS_OF_A_DEAD_LETTER);
  const span = { part, firstDay: 0, days: DEAD_LETTER_DAYS, sessionsADay: letters, visitors };
  for (const write of [DEAD_LETTERS, REPLAYS]) await engine.run(write(span));
}
