import { newId } from '@plaza/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EVENT_COLUMNS } from './letter.ts';
import { processEvent } from './process-event.ts';
import { UNKNOWN_SENDER } from './read-sender.ts';
import { scrubValue } from './scrub-event.ts';
import { scrubText } from './scrub-text.ts';

const receivedAtMs = Date.parse('2026-11-20T12:00:00.000Z');
const context = { receivedAtMs, sentAtMs: null, sender: UNKNOWN_SENDER };
const rowOf = (raw: unknown): string => processEvent(raw, context)?.row ?? '';
const columnsOf = (raw: unknown): Record<string, unknown> => {
  const row: unknown[] = JSON.parse(rowOf(raw));
  return Object.fromEntries(EVENT_COLUMNS.map((column, index) => [column, row[index]]));
};

const word = fc.stringMatching(/^[a-z]{3,10}$/);
const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
const email = fc
  .tuple(word, word, fc.constantFrom('com', 'co.uk', 'de', 'travel'))
  .map(([name, host, end]) => `${name}.${host}@${host}.${end}`);
const phone = fc.oneof(
  fc.tuple(fc.constantFrom('1', '44', '49', '351'), digits(9)).map(([code, rest]) => `+${code}${rest}`),
  digits(4).map((rest) => `+49 (0)170 123 ${rest}`),
  digits(4).map((rest) => `(212) 555-${rest}`),
  digits(4).map((rest) => `212-555-${rest}`),
  digits(4).map((rest) => `0170 123${rest}`),
);
const withCheckDigit = (body: string): string => {
  const sum = [...body].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return body + String((10 - (sum % 10)) % 10);
};
const card = fc
  .tuple(fc.constantFrom('4', '51', '37', '6011'), digits(15))
  .map(([start, rest]) => withCheckDigit((start + rest).slice(0, start === '37' ? 14 : 15)));
const writtenCard = card.chain((number) =>
  fc.constantFrom(number, number.replace(/(.{4})(?=.)/g, '$1 '), number.replace(/(.{4})(?=.)/g, '$1-')),
);
const secret = fc.stringMatching(/^[A-Za-z0-9_-]{16,40}$/);
const parameter = fc.constantFrom(
  'token',
  'access_token',
  'code',
  'reset-token',
  'sessionid_auth',
  'key',
  'email',
);
const address = fc.tuple(parameter, secret).map(([name, value]) => ({
  text: `https://shop.example/reset?utm_source=mail&${name}=${value}&page=2`,
  value,
}));

/** Somewhere in an event where people or pages write text. */
const placed = (text: string): fc.Arbitrary<object> =>
  fc.constantFrom(
    { query: text },
    { $current_url: `https://shop.example/search?q=${encodeURIComponent(text)}` },
    { $referrer: `https://mail.example/?x=${text}` },
    { form: { lines: ['to:', text, 'end'] } },
    { note: `Call me: ${text}. Thanks` },
    { $set: { comment: text } },
  );
const eventWith = (properties: object) => ({
  event: 'page_left',
  uuid: newId(),
  distinct_id: 'visitor',
  properties,
});

describe('personal data', () => {
  const kinds: [string, fc.Arbitrary<string>][] = [
    ['an e-mail address', email],
    ['a phone number', phone],
    ['a card number', writtenCard],
  ];
  it.each(kinds)('never reaches a row, wherever in an event it stands: %s', (_, personal) => {
    fc.assert(
      fc.property(
        personal.chain((text) => fc.tuple(fc.constant(text), placed(text))),
        ([text, properties]) => {
          const row = rowOf(eventWith(properties));
          expect(row).not.toContain(text);
          expect(row).not.toContain(encodeURIComponent(text));
          expect(row).not.toContain(JSON.stringify(text).slice(1, -1));
        },
      ),
    );
  });

  it.each(kinds)('never reaches a dead letter either: %s', (_, personal) => {
    fc.assert(
      fc.property(personal, (text) => {
        expect(rowOf({ event: 7, properties: { text } })).not.toContain(text);
        expect(rowOf({ event: '', distinct_id: text, $set: { email: text } })).not.toContain(text);
      }),
    );
  });

  it('is taken out of addresses of pages, the rest of which stays', () => {
    fc.assert(
      fc.property(address, ({ text, value }) => {
        const { properties } = columnsOf(eventWith({ $current_url: text, $referrer: text }));
        expect(properties).not.toContain(value);
        expect(properties).toContain('utm_source=mail');
        expect(properties).toContain('&page=2');
      }),
    );
  });

  it('is taken out of columns too', () => {
    const search = {
      ...eventWith({ query: 'invoice of ada@example.org', resultCount: 0 }),
      event: 'search_performed',
    };
    expect(columnsOf(search).search_query).toBe('invoice of [email]');
  });

  it('is left out of what is said about a person; what names nobody stays', () => {
    const $set = { email: 'x', firstName: 'Ada', last_name: 'L', phone: '1', plan: 'pro', $ip: '1.2.3.4' };
    const { properties } = columnsOf(eventWith({ $set, $ip: '81.2.69.142', tag: 'a' }));
    expect(JSON.parse(String(properties))).toEqual({ $set: { plan: 'pro' }, tag: 'a' });
  });

  it('is no id: the same address is the same person, without being the address', () => {
    const of = (distinct_id: string) => columnsOf({ ...eventWith({ distinct_id }), distinct_id });
    const [first, second] = [of('Ada@example.org'), of('ada@example.org')];
    expect(first.distinct_id).toMatch(/^person:[0-9a-f]{32}$/);
    expect(first.distinct_id).toBe(second.distinct_id);
    expect(first.properties).not.toContain('example.org');
    expect(of('ben@example.org').distinct_id).not.toBe(first.distinct_id);
  });
});

describe('what is not personal', () => {
  const harmless = fc.oneof(
    fc.uuid(),
    fc
      .date({ min: new Date(0), max: new Date('2099-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString()),
    fc.integer({ min: 1_500_000_000_000, max: 1_999_999_999_999 }).map(String),
    fc.ipV4(),
    fc.tuple(fc.nat(999), fc.nat(99_999)).map(([major, minor]) => `${major}.${minor}.0`),
    fc.tuple(fc.nat(99_999), fc.nat(99)).map(([whole, cents]) => `$${whole}.${cents}`),
    fc.stringMatching(/^P[0-9A-Z]{3}-[0-9A-Z]{4}$/),
    fc.constantFrom(
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36',
      'https://shop.example/search?query=usb&min=10&max=2000&brand=kestrel&page=3',
      'https://shop.example/product/kestrel-grain-75?variant=0190b7a0-0000-7000-8000-00000000000a',
      'size 10 - 12, 2 x 30 000 mAh, 2026-11-20 12:00:00',
    ),
  );

  it('stays as it is: ids, times, versions, prices, network names in text', () => {
    fc.assert(
      fc.property(harmless, (text) => {
        expect(scrubText(text)).toBe(text);
      }),
    );
  });

  it('stays in numbers', () => {
    fc.assert(
      fc.property(fc.oneof(fc.integer(), fc.double(), fc.nat(4_000_000_000)), (value) => {
        fc.pre(value < 1e12 || !Number.isSafeInteger(value));
        expect(scrubValue(value)).toBe(value);
      }),
    );
    expect(scrubValue(4_111_111_111_111_111)).toBe('[card]');
  });

  it('is the very same value when nothing was taken out', () => {
    const value = { a: [1, 'x', { b: null }], c: undefined };
    expect(scrubValue(value)).toBe(value);
  });
});

it('what was scrubbed has nothing more to scrub', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'a1 @.%24+?&=/-(eyJ)\u00fc'), maxLength: 200 }),
      (text) => {
        expect(scrubText(scrubText(text))).toBe(scrubText(text));
      },
    ),
  );
});

it.each(['a.', '0 ', '+1', '4 ', '@a', 'a%40', '?a=', '&a', 'eyJa', '(2', '-1', '%20', '1%20', '021-'])(
  'scrubbing takes time in the length of the text alone: %s',
  (piece) => {
    const startedAt = process.cpuUsage().user;
    scrubText(`12345678@${piece.repeat(32_000)}`);
    expect((process.cpuUsage().user - startedAt) / 1_000).toBeLessThan(1_000);
  },
);
