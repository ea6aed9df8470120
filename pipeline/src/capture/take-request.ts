import { networkOf } from '@plaza/edge/remote-address';
import { type Letter, toDeadLetter } from '../steps/letter.ts';
import { processEvent } from '../steps/process-event.ts';
import type { Sender } from '../steps/read-sender.ts';
import { isRecord } from '../steps/read-value.ts';
import { describeValue } from '../steps/scrub-event.ts';
import { scrubText } from '../steps/scrub-text.ts';
import { type DecodedBody, decodeBody } from './decode-body.ts';
import type { LetterSink } from './letter-sink.ts';
import { Quota } from './quota.ts';
import { type Around, readEnvelope } from './read-envelope.ts';

/** Most events of one request; SDKs that are told 413 halve theirs. */
export const MAX_EVENTS = 1_000;
/** Bodies that show no key are kept for inspection, but must not be able to fill the disk. */
const MAX_UNREADABLE_PER_MINUTE = 600;
const OWN_MACHINES = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1', 'unknown']);

export interface IntakeOptions {
  sink: LetterSink;
  captureKey: string;
  now: () => number;
  /** Events that the key may bring in a minute, and one network address of them. */
  eventsPerMinute: number;
  eventsPerMinuteOfAddress: number;
}

interface CaptureRequest {
  bytes: Uint8Array;
  around: Around;
  sender: Sender;
  address: string;
}

export type Taken =
  /** What became of each event with an id: it survives any crash, or is kept as a dead letter. */
  | { ok: true; outcomes: ReadonlyMap<string, 'stored' | 'refused'> }
  | {
      ok: false;
      code: 'unreadable' | 'too_large' | 'wrong_key' | 'over_quota' | 'unavailable';
      message: string;
    };

export type Intake = (request: CaptureRequest) => Promise<Taken>;

/** Takes capture requests, whatever form they come in, and answers when their events are safe. */
export function createIntake(options: IntakeOptions): Intake {
  const { sink, captureKey, now } = options;
  const unreadable = new Quota(MAX_UNREADABLE_PER_MINUTE);
  const ofKey = new Quota(options.eventsPerMinute);
  const ofAddress = new Quota(options.eventsPerMinuteOfAddress);
  const isWithinQuotas = (address: string, count: number, nowMs: number): boolean =>
    (OWN_MACHINES.has(address) || ofAddress.take(networkOf(address), count, nowMs)) &&
    ofKey.take(captureKey, count, nowMs);

  return async ({ bytes, around, sender, address }) => {
    const receivedAtMs = now();
    const decoded = decodeBody(bytes);
    if (!decoded.ok && decoded.code === 'too_large') {
      return refuse('too_large', 'The request unpacks to too much. Send fewer events at once.');
    }
    const envelope = decoded.ok ? readEnvelope(decoded.value, around) : null;
    if (envelope === null) {
      const letter = toUnreadable(decoded, receivedAtMs);
      const isKept = unreadable.take('', 1, receivedAtMs);
      if (isKept && (await sink.store([letter.row])) !== 'stored') return unavailable();
      return refuse('unreadable', `The body cannot be read. ${letter.detail}`);
    }
    if (envelope.apiKey !== captureKey) return refuse('wrong_key', 'The api_key is missing or unknown.');
    const { events, sentAtMs } = envelope;
    if (events.length > MAX_EVENTS) return refuse('too_large', `A request may have ${MAX_EVENTS} events.`);
    if (!isWithinQuotas(address, events.length, receivedAtMs)) {
      return refuse('over_quota', 'More events than the quota of this minute. Send them again later.');
    }
    const letters: Letter[] = [];
    const outcomes = new Map<string, 'stored' | 'refused'>();
    for (const raw of events) {
      const letter = processEvent(raw, { receivedAtMs, sentAtMs, sender });
      if (letter !== null) letters.push(letter);
      const id = isRecord(raw) && typeof raw.uuid === 'string' ? raw.uuid : '';
      outcomes.set(id, letter?.table === 'dead_letters' ? 'refused' : 'stored');
    }
    if (letters.length > 0 && (await sink.store(letters)) !== 'stored') return unavailable();
    return { ok: true, outcomes };
  };
}

function toUnreadable(decoded: DecodedBody, receivedAtMs: number): { row: Letter; detail: string } {
  const detail = decoded.ok ? 'There is no event in it.' : decoded.detail;
  const payload = decoded.ok ? describeValue(decoded.value) : scrubText(decoded.text);
  const reason = 'body_unreadable';
  return { row: toDeadLetter({ source: 'capture', reason, detail, payload, receivedAtMs }), detail };
}

const refuse = (code: Exclude<Taken, { ok: true }>['code'], message: string): Taken => ({
  ok: false,
  code,
  message,
});
const unavailable = () => refuse('unavailable', 'The events are not stored yet. Send them again.');
