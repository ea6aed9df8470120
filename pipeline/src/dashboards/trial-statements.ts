import { GUARD_VITALS, VITAL_LIMITS } from '@plaza/contracts';

/** From what a visitor did until the outcome of it is certain. */
const HORIZON_MS = { failures: 10_000, add_to_cart: 30_000, checkout: 60_000, order: 180_000 };
const LONGEST_MS = Math.max(...Object.values(HORIZON_MS));
/** Who comes back after so long counts once more. */
const QUIET_MS = 600_000;
/** A browser may have held an event back for so long; until the person has agreed to be counted, for instance. */
const LATENESS_MS = 600_000;
/** Of one visitor and kind. */
const MAX_EVENTS = 200;

const moment = (ms: string) => `fromUnixTimestamp64Milli(toInt64(${ms}))`;
/**
 * Events of people who take part, by the browser they use: the arm is pinned in a cookie of it, and its sessions are not
 * independent of each other. Parts are left out by `timestamp`, which is what they are cut by.
 */
const TAGGED = `
  received_at >= ${moment(`{fromMs:Int64} - ${LONGEST_MS + QUIET_MS}`)} AND received_at < ${moment('{untilMs:Int64}')}
  AND timestamp >= ${moment(`{fromMs:Int64} - ${LONGEST_MS + QUIET_MS + LATENESS_MS}`)}
  AND NOT is_bot AND hasAny(trials, [{canaryTag:String}, {stableTag:String}])`;
const ARM = `if(has(trials, {canaryTag:String}), 'canary', 'stable')`;
const RECEIVED = 'toUnixTimestamp64Milli(received_at)';

/** Who has been in both arms says nothing about either. */
const IN_ONE_ARM = `uniqExact(seen_in) = 1`;

const BY_BLOCK = `
  SELECT toInt64({fromMs:Int64} + intDiv(due - {fromMs:Int64}, {blockMs:Int64}) * {blockMs:Int64}) AS atMs,
    arm, metric, count() AS total, countIf(is_bad) AS bad`;
const IN_RANGE = `
  WHERE due >= {fromMs:Int64} AND due < {untilMs:Int64}
  GROUP BY atMs, arm, metric`;

/**
 * Events whose outcome becomes certain in the range; they are of few visitors, about whom alone more is asked.
 * @param events a condition
 */
const due = (events: string, horizonMs: number) =>
  `(${events} AND received_at >= ${moment(`{fromMs:Int64} - ${horizonMs}`)} AND received_at < ${moment(`{untilMs:Int64} - ${horizonMs}`)})`;
const ofThoseDue = (condition: string) =>
  `distinct_id GLOBAL IN (SELECT distinct_id FROM events WHERE ${TAGGED} AND (${condition}))`;

/** Those of sorted moments that come first or after a pause. */
const opening = (moments: string) =>
  `arrayFilter((at, before) -> at - before > ${QUIET_MS}, ${moments}, arrayPopBack(arrayPushFront(${moments}, 0)))`;

/** Of those who took a step, who did not take the next one in time. */
const step = (metric: keyof typeof HORIZON_MS, from: string, to: string) => `
  arrayMap(at -> ('${metric}', at + ${HORIZON_MS[metric]},
    NOT arrayExists(next -> next >= at AND next < at + ${HORIZON_MS[metric]}, ${to})), ${opening(from)})`;

const momentsOf = (event: string) => `arraySort(groupArrayIf(${MAX_EVENTS})(received, event = '${event}'))`;

const FAILURE = `event IN ('remote_failed', 'frontend_failed') AND mfe IN ({frontend:String}, 'shell')`;

const DUE_IN_RANGE = [
  due(`(event = '$pageview' OR ${FAILURE})`, HORIZON_MS.failures),
  due(`event = 'product_viewed'`, HORIZON_MS.add_to_cart),
  due(`event = 'product_added_to_cart'`, HORIZON_MS.checkout),
  due(`event = 'checkout_started'`, HORIZON_MS.order),
].join(' OR ');

/**
 * Page views until the first failure, and steps. A failure makes the page view bad that it follows within ten seconds,
 * or counts as one by itself; then the visitor is out, so that somebody whose browser always fails counts once. Errors
 * that nobody caught are the shell's when nothing says which frontend they are from: they count in both arms.
 */
export const TRIAL_FAILURES_AND_STEPS = `
  ${BY_BLOCK}
  FROM (
    SELECT arm, tupleElement(outcome, 1) AS metric, tupleElement(outcome, 2) AS due, tupleElement(outcome, 3) AS is_bad
    FROM (
      SELECT any(seen_in) AS arm,
        ${momentsOf('$pageview')} AS views,
        minIf(received, event IN ('remote_failed', 'frontend_failed')) AS failed,
        arrayMax(arrayPushBack(arrayFilter(at -> at <= failed AND at > failed - ${HORIZON_MS.failures}, views), 0)) AS failed_view,
        if(failed_view > 0, failed_view, failed) AS bad,
        ${momentsOf('product_viewed')} AS viewed,
        ${momentsOf('product_added_to_cart')} AS added,
        ${momentsOf('checkout_started')} AS began,
        ${momentsOf('order_confirmed')} AS confirmed,
        arrayConcat(
          arrayMap(at -> ('failures', at + ${HORIZON_MS.failures}, false), arrayFilter(at -> bad = 0 OR at < bad, views)),
          if(bad = 0, [], [('failures', bad + ${HORIZON_MS.failures}, true)]),
          ${step('add_to_cart', 'viewed', 'added')},
          ${step('checkout', 'added', 'began')},
          ${step('order', 'began', 'confirmed')}) AS outcomes
      FROM (
        SELECT distinct_id, event, ${RECEIVED} AS received, ${ARM} AS seen_in
        FROM events
        WHERE ${TAGGED} AND (
          event IN ('$pageview', 'product_viewed', 'product_added_to_cart', 'checkout_started', 'order_confirmed')
          OR ${FAILURE}) AND ${ofThoseDue(DUE_IN_RANGE)}
      )
      GROUP BY distinct_id
      HAVING ${IN_ONE_ARM}
    )
    ARRAY JOIN outcomes AS outcome
  )
  ${IN_RANGE}`;

const LIMITS = GUARD_VITALS.map((vital) => `('${vital}', ${VITAL_LIMITS[vital].poor})`).join(', ');

const OF_FRONTEND = `event = '$web_vitals' AND mfe = {frontend:String}`;

/** Each vital of the first page of the frontend that each visitor loaded. */
export const TRIAL_VITALS = `
  ${BY_BLOCK}
  FROM (
    SELECT arm, metric, due, has(poor, due) AS is_bad
    FROM (
      SELECT metric, any(seen_in) AS arm,
        arraySort(groupArray(${MAX_EVENTS})(received)) AS loaded,
        groupArrayIf(${MAX_EVENTS})(received, value > poor_above) AS poor
      FROM (
        SELECT distinct_id, tupleElement(vital, 1) AS metric, tupleElement(vital, 2) AS poor_above,
          ${RECEIVED} AS received, ${ARM} AS seen_in,
          JSONExtract(properties, concat('$web_vitals_', metric, '_value'), 'Nullable(Float64)') AS value
        FROM events
        ARRAY JOIN [${LIMITS}] AS vital
        WHERE ${OF_FRONTEND} AND ${TAGGED} AND value IS NOT NULL AND ${ofThoseDue(due(OF_FRONTEND, 0))}
      )
      GROUP BY distinct_id, metric
      HAVING ${IN_ONE_ARM}
    )
    ARRAY JOIN ${opening('loaded')} AS due
  )
  ${IN_RANGE}`;
