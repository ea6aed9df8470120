import { createHash } from 'node:crypto';
import { deadLetter, type Outcome, ok } from './outcome.ts';
import type { ParsedEvent } from './parse-event.ts';
import { isRecord } from './read-value.ts';
import { isCardNumeric, scrubText } from './scrub-text.ts';

/** What SDKs send of people without being asked, and nobody here needs. */
const NEVER_KEPT = new Set(['$ip', '$geoip_latitude', '$geoip_longitude', '$geoip_postal_code']);
/** What a page may have told an SDK about a person: kept save what names or finds them. */
const ABOUT_A_PERSON = new Set(['$set', '$set_once', '$group_set']);
const PERSONAL_KEY =
  /e-?mail|phone|mobile|(?:^|_)(?:first|last|full|user|sur|family|given|nick)?_?names?$|(?:first|last|full|user|sur|given)Name|address|street|city|zip|postal|birth|gender|passport|iban|tax|ssn|(?:^|_|\$)ip$|avatar|picture/i;

/**
 * Takes personal data out of an event: addresses of e-mail, numbers of phones and cards, secrets in addresses of pages,
 * what names a person in `$set`, the network address. An id that is itself an e-mail address or a phone number becomes
 * a digest, so that the same person stays the same.
 */
export function scrubEvent(event: ParsedEvent): Outcome<ParsedEvent> {
  try {
    const distinctId = scrubId(event.distinctId);
    const properties = scrubRecord(event.properties);
    if (properties === event.properties && distinctId === event.distinctId) return ok(event);
    return ok({ ...event, distinctId, properties, propertiesJson: JSON.stringify(properties) });
  } catch {
    return deadLetter('properties_invalid', 'properties are nested too deeply');
  }
}

/** Any value as JSON for a person to look at, without personal data; never throws. */
export function describeValue(value: unknown): string {
  try {
    return JSON.stringify(scrubValue(value)) ?? String(value);
  } catch {
    return '(nested too deeply to write out)';
  }
}

/** The value without personal data, the same value when there is none. @throws when it is nested too deeply */
export function scrubValue(value: unknown): unknown {
  if (typeof value === 'string') return scrubText(value);
  if (typeof value === 'number') return isCardNumeric(value) ? '[card]' : value;
  if (Array.isArray(value)) {
    const scrubbed = value.map(scrubValue);
    return scrubbed.some((item, index) => item !== value[index]) ? scrubbed : value;
  }
  return isRecord(value) ? scrubRecord(value) : value;
}

type Properties = Readonly<Record<string, unknown>>;

function scrubRecord(properties: Properties): Properties {
  let changed: Record<string, unknown> | null = null;
  for (const key of Object.keys(properties)) {
    const value = properties[key];
    const scrubbed = scrubProperty(key, value);
    if (scrubbed === value) continue;
    changed ??= { ...properties };
    if (scrubbed === undefined) delete changed[key];
    else changed[key] = scrubbed;
  }
  return changed ?? properties;
}

/** @returns undefined for what is not kept at all */
function scrubProperty(key: string, value: unknown): unknown {
  if (NEVER_KEPT.has(key)) return undefined;
  if (key === 'distinct_id' || key === '$device_id' || key === '$user_id') {
    return typeof value === 'string' ? scrubId(value) : value;
  }
  if (!ABOUT_A_PERSON.has(key) || !isRecord(value)) return scrubValue(value);
  const kept = Object.entries(value).filter(([name]) => !PERSONAL_KEY.test(name));
  const isWhole = kept.length === Object.keys(value).length;
  return scrubValue(isWhole ? value : Object.fromEntries(kept));
}

function scrubId(id: string): string {
  if (scrubText(id) === id) return id;
  return `person:${createHash('sha256').update(id.trim().toLowerCase()).digest('hex').slice(0, 32)}`;
}
