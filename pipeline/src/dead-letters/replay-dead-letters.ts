import type { ReplayDeadLettersInput, ReplayDeadLettersResult } from '@plaza/contracts';
import type { SalesEvent } from '@plaza/events';
import { z } from 'zod';
import type { LetterSink } from '../capture/letter-sink.ts';
import type { Store } from '../clickhouse/store.ts';
import { insertFacts } from '../outbox/deliver-batch.ts';
import { EVENT_COLUMNS, type Letter } from '../steps/letter.ts';
import { IS_WAITING, LETTERS } from './list-dead-letters.ts';
import { type KeptLetter, keptLetterSchema, readAgain } from './read-again.ts';

/** Letters of one call. */
const BATCH = 500;
const MAX_SHOWN_REFUSALS = 20;

export interface ReplayOptions {
  store: Store;
  /** Where captured events go: what is on its way already is known there. */
  sink: LetterSink;
  now: () => number;
}

export type ReplayOutcome =
  | { ok: true; result: ReplayDeadLettersResult }
  /** Events cannot be stored now; nothing was marked, the same call can be made again. */
  | { ok: false; code: 'unavailable' };

/**
 * Takes waiting letters through the steps again, with the clocks of the request that brought them. What passes becomes
 * a row exactly once, however often this is called, and is marked only when it is safe; what is still refused stays.
 */
export async function replayDeadLetters(
  { store, sink, now }: ReplayOptions,
  input: ReplayDeadLettersInput,
): Promise<ReplayOutcome> {
  const letters = await readLetters(store, input);
  const events = new Map<string, Letter>();
  const facts = new Map<string, SalesEvent>();
  const refused: { id: string; detail: string }[] = [];
  for (const letter of letters) {
    const again = readAgain(letter, now());
    if (again.kind === 'event') events.set(letter.id, again.letter);
    else if (again.kind === 'fact') facts.set(letter.id, again.fact);
    else refused.push({ id: letter.id, detail: again.detail.slice(0, 300) });
  }
  const fresh = await leaveOutStored(store, [...events.values()]);
  if (fresh.length > 0 && (await sink.store(fresh)) !== 'stored') return { ok: false, code: 'unavailable' };
  await bringFacts(store, [...facts.values()]);
  await mark(store, [...events.keys(), ...facts.keys()], now());
  const last = letters.length === BATCH ? letters.at(-1) : undefined;
  return {
    ok: true,
    result: {
      replayedCount: events.size + facts.size,
      refusedCount: refused.length,
      refused: refused.slice(0, MAX_SHOWN_REFUSALS),
      nextAfter: 'reason' in input && last !== undefined ? last.id : null,
    },
  };
}

function readLetters(store: Store, input: ReplayDeadLettersInput): Promise<KeptLetter[]> {
  const [condition, params] =
    'ids' in input
      ? ['letter_id IN {ids:Array(String)}', { ids: input.ids.map((id) => id.toLowerCase()) }]
      : [
          'reason = {reason:String} AND letter_id > {after:String}',
          { reason: input.reason, after: input.after?.toLowerCase() ?? '' },
        ];
  return store.query(
    keptLetterSchema,
    `SELECT letter_id AS id, source, reason, payload, context, toUnixTimestamp64Milli(received_at) AS receivedAtMs
     FROM (${LETTERS})
     WHERE ${IS_WAITING} AND ${condition}
     ORDER BY letter_id
     LIMIT ${BATCH}`,
    params,
  );
}

const foundSchema = z.object({ found: z.string() });
const TIMESTAMP = EVENT_COLUMNS.indexOf('timestamp');

/**
 * The sink remembers two days; a replay may follow one that stored its events and died before it marked them, however
 * long ago. Events of a replay have the same moment every time, which says where to look.
 */
async function leaveOutStored(store: Store, letters: readonly Letter[]): Promise<Letter[]> {
  if (letters.length === 0) return [];
  const moments = letters.map(({ row }) => Number(z.array(z.unknown()).parse(JSON.parse(row))[TIMESTAMP]));
  // Written into the statement: so many parameters do not fit into an address.
  const ids = letters.map(({ id }) => `'${z.uuid().parse(id)}'`).join(',');
  const stored = await store.query(
    foundSchema,
    `SELECT toString(uuid) AS found FROM events
     WHERE uuid IN (${ids})
       AND timestamp >= fromUnixTimestamp64Milli({fromMs:Int64}) AND timestamp <= fromUnixTimestamp64Milli({toMs:Int64})`,
    { fromMs: Math.min(...moments), toMs: Math.max(...moments) },
  );
  const known = new Set(stored.map(({ found }) => found));
  return letters.filter(({ id }) => !known.has(id));
}

/** Each fact under tokens of its own, and only where an earlier attempt did not get to. */
async function bringFacts(store: Store, facts: readonly SalesEvent[]): Promise<void> {
  for (const fact of facts) {
    const known = await store.query(
      foundSchema,
      `SELECT toString(id) AS found FROM facts WHERE type = {type:String} AND id = {id:UUID} LIMIT 1`,
      { type: fact.type, id: fact.id },
    );
    if (known.length === 0) await insertFacts(store, [fact], (table) => `replay:${fact.id}:${table}`);
  }
}

async function mark(store: Store, ids: readonly string[], nowMs: number): Promise<void> {
  await store.insert({
    table: 'dead_letter_replays',
    columns: ['id', 'replayed_at'],
    rows: ids.map((id) => JSON.stringify([id, nowMs])),
    token: `replays:${nowMs}:${ids[0] ?? ''}`,
  });
}
