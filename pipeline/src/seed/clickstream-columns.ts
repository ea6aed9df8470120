import { CATALOGUE_VERSION } from '@plaza/events';

/** SQL that invents the columns of an event, always the same for the same names. */

/** What people look for, and how many products answer; `dvi splitter` and `floppy drive` find nothing. */
const QUERIES =
  "[('usb c cable',64),('mechanical keyboard',22),('phone case',88),('4k monitor',19),('ssd 2tb',31),('noise cancelling',27),('router',41),('laptop stand',36),('webcam',24),('power bank',52),('graphics card',12),('tablet',45),('dvi splitter',0),('floppy drive',0)]";
const QUERY = `arrayElement(${QUERIES}, 1 + least(13, cityHash64(session, 'query') % 30 % 14))`;
/** Whether the session's search has results. Needs `session`. */
export const FINDS = `tupleElement(${QUERY}, 2) > 0`;

const DEVICES = "['desktop','desktop','desktop','mobile','mobile','mobile','mobile','tablet']";
const COUNTRIES =
  "['US','US','US','US','US','US','GB','GB','DE','DE','DE','FR','FR','CA','CA','AU','ES','NL','SE','BR','JP','']";
/** Channel and campaign of a session. */
const SOURCES =
  "[('direct',''),('direct',''),('search',''),('search',''),('search',''),('social','autumn-desk-setup'),('social','creators'),('referral',''),('email','weekly-deals'),('email','black-friday-preview'),('paid','brand'),('paid','headphones-november')]";

/** When each version of a frontend came, in days before today, and how slow it is against the first. */
const RELEASES =
  "[(400, '1.0.0', 1.0), (58, '1.1.0', 0.93), (33, '1.2.0', 0.81), (16, '1.3.0', 1.12), (13, '1.3.1', 0.78), (4, '1.4.0', 0.74)]";
/** The newest that was there already. */
const RELEASE = `arrayFirst(r -> tupleElement(r, 1) >= dateDiff('day', at, now64(3, 'UTC')), arraySort(r -> tupleElement(r, 1), ${RELEASES}))`;

/** Between 0 and 1, by the event and a word. */
const chance = (word: string) => `(cityHash64(id, '${word}') / 18446744073709551616)`;
/** About normal, between -2 and 2. */
const bell = (word: string) =>
  `(${chance(`${word}1`)} + ${chance(`${word}2`)} + ${chance(`${word}3`)} + ${chance(`${word}4`)} - 2)`;
const SLOWNESS = `(tupleElement(release, 3) * multiIf(device = 'mobile', 1.45, device = 'tablet', 1.2, 1.0))`;
const VITALS = `toJSONString(map(
  '$web_vitals_LCP_value', round(1150 * ${SLOWNESS} * exp(0.75 * ${bell('lcp')})),
  '$web_vitals_FCP_value', round(620 * ${SLOWNESS} * exp(0.6 * ${bell('fcp')})),
  '$web_vitals_INP_value', round(85 * ${SLOWNESS} * exp(0.9 * ${bell('inp')})),
  '$web_vitals_CLS_value', round(0.03 * exp(1.3 * ${bell('cls')}), 4)))`;
const FAILURES =
  "['TypeError: cannot read properties of undefined','RangeError: invalid array length','NetworkError: failed to fetch','ChunkLoadError: loading a module failed']";

const PROPERTIES = `multiIf(
  name = '$web_vitals', ${VITALS},
  name = 'search_result_clicked', concat('{"position":', toString(1 + toUInt32(floor(23 * pow(${chance('position')}, 3)))), '}'),
  name = 'frontend_failed', toJSONString(map('message', arrayElement(${FAILURES}, 1 + cityHash64(id, 'message') % 4), 'source', concat('/remotes/', frontend, '/', tupleElement(release, 2), '/index.js:1:204'))),
  name = 'remote_failed', toJSONString(map('remote', frontend, 'version', tupleElement(release, 2), 'reason', 'did not answer within 10000 ms')),
  '{}')`;

const FRONTEND = `multiIf(
  name IN ('checkout_started', 'order_confirmed', 'product_added_to_cart'), 'checkout',
  name IN ('$web_vitals', 'frontend_failed', 'remote_failed'),
    arrayElement(['catalog','catalog','catalog','catalog','catalog','catalog','checkout','checkout','account','seller'], 1 + cityHash64(session, 'frontend') % 10),
  'catalog')`;

export const COLUMNS =
  'uuid, event, known, catalogue_version, timestamp, received_at, distinct_id, session_id, seller_id, product_id, variant_id, order_id, currency, price_minor, quantity, path, channel, campaign, country, is_bot, device, mfe, mfe_version, search_query, result_count, properties';

export const NOBODY = "toUUIDOrZero('')";

/**
 * The part of a statement that fills the columns. `id`, `name`, `at`, `visitor`, `session`, `has_product`, `order_id` and
 * the product's own columns come from below.
 */
export const FILL = `
  reinterpretAsUUID(sipHash128(id)) AS uuid, name, true, ${CATALOGUE_VERSION}, at, at, visitor, session,
  if(has_product, seller_id, ${NOBODY}), if(has_product, product_id, ${NOBODY}),
  if(has_product AND name != 'search_result_clicked', variant_id, ${NOBODY}),
  if(name = 'order_confirmed', order_id, ${NOBODY}),
  if(has_product AND name != 'search_result_clicked', currency, ''),
  if(has_product AND name != 'search_result_clicked', price_minor, 0),
  if(name = 'product_added_to_cart', 1, 0),
  multiIf(startsWith(name, 'search_'), '/search', slug != '' AND has_product, concat('/product/', slug), has_product, '', name IN ('checkout_started', 'order_confirmed'), '/checkout', '/'),
  tupleElement(arrayElement(${SOURCES}, 1 + cityHash64(session, 'source') % 12) AS source, 1),
  tupleElement(source, 2),
  arrayElement(${COUNTRIES}, 1 + cityHash64(visitor, 'country') % 22),
  startsWith(visitor, 'seed-') AND NOT startsWith(visitor, 'seed-buyer-') AND cityHash64(visitor, 'bot') % 33 = 0,
  arrayElement(${DEVICES}, 1 + cityHash64(visitor, 'device') % 8) AS device,
  ${FRONTEND} AS frontend,
  tupleElement(${RELEASE} AS release, 2),
  if(startsWith(name, 'search_'), tupleElement(${QUERY} AS query, 1), ''),
  if(name = 'search_performed', tupleElement(query, 2), 0),
  ${PROPERTIES}`;
