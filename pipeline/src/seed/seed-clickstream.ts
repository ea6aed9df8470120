import type { Sql } from 'postgres';
import { z } from 'zod';
import type { Store } from '../clickhouse/store.ts';
import { COLUMNS, FILL, FINDS, NOBODY } from './clickstream-columns.ts';

const EVENTS_OF_A_SESSION = 7;
/** Sessions of people who looked around; with the sessions that led to orders and their pages about 400,000 events. */
const SESSIONS = 28_000;
const VISITORS = 16_000;
const DAYS = 90;

const productSchema = z.object({
  id: z.string(),
  seller_id: z.string(),
  variant_id: z.string(),
  price_minor: z.coerce.number(),
  currency: z.string(),
  slug: z.string(),
  weight: z.coerce.number().pipe(z.int().min(1)),
});

const POOL = 'seed_products';
const POOL_COLUMNS = [
  'place',
  'product_id',
  'seller_id',
  'variant_id',
  'price_minor',
  'currency',
  'slug',
] as const;

/** Hours of the day (UTC) as often as people come in them. */
const HOURS =
  '[7,8,9,9,10,10,11,11,12,12,13,13,14,14,15,15,16,16,17,17,18,18,18,19,19,19,20,20,20,21,21,22,23,0,1,6]';
const SETTINGS = (token: string) =>
  `SETTINGS insert_deduplicate = 1, insert_deduplication_token = '${token}',
   deduplicate_blocks_in_dependent_materialized_views = 1, max_threads = 1, max_insert_threads = 1`;

/** People who look around: by session and step, on the days and at the hours that people come, most for what sells. */
const BROWSING = (poolSize: number) => `
  INSERT INTO events (${COLUMNS}) ${SETTINGS('seed:browsing')}
  SELECT ${FILL}
  FROM (
    SELECT
      concat('browse', toString(number)) AS id,
      intDiv(number, ${EVENTS_OF_A_SESSION}) AS s,
      number % ${EVENTS_OF_A_SESSION} AS step,
      concat('seed-', toString(cityHash64(s, 'visitor') % ${VISITORS})) AS visitor,
      concat('seed-session-', toString(s)) AS session,
      ${FINDS} AS finds,
      ${NOBODY} AS order_id,
      cityHash64(s, 'day') / 18446744073709551616 AS u,
      cityHash64(s, 'search') % 2 = 0 AS searches,
      toStartOfDay(now64(3, 'UTC')) AS today,
      today - toIntervalDay(toUInt32(floor(${DAYS} * (1 - pow(u, 0.78)))))
        + toIntervalHour(arrayElement(${HOURS}, 1 + cityHash64(s, 'hour') % 36))
        + toIntervalSecond(cityHash64(s, 'second') % 3600 + step * 35 + cityHash64(number) % 30) AS at,
      multiIf(
        step = 0, '$pageview',
        step = 1 AND searches, 'search_performed',
        step = 2 AND searches AND cityHash64(s, 'click') % 3 > 0 AND finds, 'search_result_clicked',
        step = 5 AND cityHash64(s, 'cart') % 6 = 0, 'product_added_to_cart',
        step < 6, 'product_viewed',
        cityHash64(s, 'failure') % 140 = 0, 'frontend_failed',
        cityHash64(s, 'failure') % 600 = 1, 'remote_failed',
        '$web_vitals') AS name,
      name IN ('product_viewed', 'product_added_to_cart', 'search_result_clicked') AS has_product,
      -- What goes into the cart is what was looked at just before; what is clicked is looked at next.
      cityHash64(multiIf(name = 'product_added_to_cart', number - 1, name = 'search_result_clicked', number + 1, number), 'product') % ${poolSize} AS place
    FROM numbers(${SESSIONS * EVENTS_OF_A_SESSION})
  ) AS visit
  INNER JOIN ${POOL} AS pool USING (place)
  WHERE at < now64(3, 'UTC')`;

/** People who bought and agreed to be counted, six of seven: each line was looked at, put into the cart and paid. */
const BUYING = `
  INSERT INTO events (${COLUMNS}) ${SETTINGS('seed:buying')}
  SELECT ${FILL}
  FROM (
    SELECT
      concat(toString(order_id), toString(variant_id), name) AS id,
      concat('seed-buyer-', toString(buyer)) AS visitor,
      concat('seed-order-', toString(order_id)) AS session,
      tupleElement(stage, 1) AS name,
      occurred_at + toIntervalSecond(tupleElement(stage, 2) + if(tupleElement(stage, 2) < -200, -toInt32(cityHash64(order_id, variant_id) % 600), 0)) AS at,
      kind = 'line' AS has_product, order_id, seller_id, product_id, variant_id, currency,
      if(quantity > 0, intDiv(amount_minor, quantity), 0) AS price_minor, '' AS slug
    FROM sales
    ARRAY JOIN if(kind = 'line',
      [('product_viewed', -400), ('product_added_to_cart', -240)],
      [('checkout_started', -150), ('order_confirmed', 3)]) AS stage
    WHERE kind != 'refund' AND cityHash64(order_id, 'consent') % 7 > 0
    -- An order with several sellers is confirmed once.
    LIMIT 1 BY id
  )`;

/** Each of these happened on a page, of the frontend that it belongs to; whoever has ordered looks at the order too. */
const PAGES = `
  INSERT INTO events (${COLUMNS}) ${SETTINGS('seed:pages')}
  SELECT
    reinterpretAsUUID(sipHash128(uuid, page)), '$pageview', true, catalogue_version, timestamp - toIntervalSecond(1),
    received_at, distinct_id, session_id, ${NOBODY}, ${NOBODY}, ${NOBODY}, ${NOBODY}, '', 0, 0,
    if(page = 'account', '/orders', path), channel, campaign, country, is_bot, device, page, mfe_version, '', 0, '{}'
  FROM events
  ARRAY JOIN multiIf(
    event = 'order_confirmed', ['checkout', 'account'],
    event = 'checkout_started', ['checkout'],
    ['catalog']) AS page
  WHERE event IN ('product_viewed', 'search_performed', 'checkout_started', 'order_confirmed')
    AND startsWith(distinct_id, 'seed-')`;

/**
 * Writes the demo's clickstream inside the engine: what people looked at in the 90 days that the demo's orders span.
 * The same market gives the same events. Needs the sales of `seedSales`.
 * @returns how many events there are
 */
export async function seedClickstream(sql: Sql, store: Store): Promise<number> {
  const rows = await sql`
    select p.id, p.seller_id, v.id as variant_id, v.price_minor, p.currency, p.slug,
      1 + least(p.sold_count, 60) as weight
    from product p
    join lateral (select id, price_minor from variant where product_id = p.id order by position limit 1) v on true
    where p.status = 'published'
    order by p.id`;
  const products = rows.map((row) => productSchema.parse(row));
  // A product takes as many places as it has weight, so that drawing a place draws by weight.
  const places = products.flatMap((product) => Array.from({ length: product.weight }, () => product));
  if (places.length === 0) return 0;
  await store.command(`DROP TABLE IF EXISTS ${POOL}`);
  await store.command(
    `CREATE TABLE ${POOL} (place UInt64, product_id UUID, seller_id UUID, variant_id UUID, price_minor Int64, currency String, slug String)
     ENGINE = MergeTree ORDER BY place`,
  );
  const poolRows = places.map((product, place) =>
    JSON.stringify([
      place,
      product.id,
      product.seller_id,
      product.variant_id,
      product.price_minor,
      product.currency,
      product.slug,
    ]),
  );
  await store.insert({ table: POOL, columns: POOL_COLUMNS, rows: poolRows, token: 'seed:pool' });
  await store.command(BROWSING(places.length));
  await store.command(BUYING);
  await store.command(PAGES);
  await store.command(`DROP TABLE ${POOL}`);
  const [row] = await store.query(
    z.object({ count: z.coerce.number() }),
    'SELECT count() AS count FROM events',
  );
  return row?.count ?? 0;
}
