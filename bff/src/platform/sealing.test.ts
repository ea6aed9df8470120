import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSealing } from './sealing.ts';

const newKey = (id: string) => ({ id, key: randomBytes(32) });
const INDEX_KEY = randomBytes(32);
const [older, newer] = [newKey('2025-11'), newKey('2026-11')];
const sealing = createSealing({ SEALING_KEYS: [newer], INDEX_KEY });

/** Everything that UTF-8 can write. */
const anyText = fc.string({ unit: 'binary' });
const anyContext = fc.stringMatching(/^[a-z_]+\.[a-z_]+$/);

describe('a sealed text', () => {
  it('opens as what it was, whatever it says', () => {
    fc.assert(
      fc.property(anyText, anyContext, (text, context) => {
        const sealed = sealing.seal(text, context);
        expect(sealing.open(sealed, context)).toBe(text);
        expect(sealed).toMatch(/^v1\.2026-11\.[\w-]+$/);
      }),
    );
  });

  it('is another one each time, so that equal texts do not show', () => {
    expect(sealing.seal('ada@plaza.test', 'account.email')).not.toBe(
      sealing.seal('ada@plaza.test', 'account.email'),
    );
  });

  it('opens as nothing else', () => {
    fc.assert(
      fc.property(anyText, anyContext, anyContext, (text, context, other) => {
        fc.pre(context !== other);
        const sealed = sealing.seal(text, context);
        expect(() => sealing.open(sealed, other)).toThrow(`sealed as ${other}`);
      }),
    );
  });

  it('does not open when any character of it was changed, added or taken away', () => {
    const change = fc.record({
      at: fc.nat(),
      put: fc.constantFrom('', 'A', 'z', '_', '.', '=', 'AA'),
      width: fc.nat(1),
    });
    fc.assert(
      fc.property(anyText, change, (text, { at, put, width }) => {
        const sealed = sealing.seal(text, 'account.email');
        const start = at % (sealed.length + 1);
        const changed = sealed.slice(0, start) + put + sealed.slice(start + width);
        fc.pre(changed !== sealed);
        expect(() => sealing.open(changed, 'account.email')).toThrow();
      }),
    );
  });

  it.each(['', 'v1', 'v1.2026-11.', 'v1.2026-11.AAAA', 'v2.2026-11.AAAA', 'ada@plaza.test'])(
    'is not %j',
    (text) => {
      expect(() => sealing.open(text, 'account.email')).toThrow('Not a sealed text');
    },
  );
});

describe('keys', () => {
  const before = createSealing({ SEALING_KEYS: [older], INDEX_KEY });
  const during = createSealing({ SEALING_KEYS: [newer, older], INDEX_KEY });

  it('rotate: the older one still opens, the newer one seals', () => {
    const old = before.seal('Ada', 'account.name');
    expect(during.open(old, 'account.name')).toBe('Ada');
    expect(during.needsReseal(old)).toBe(true);
    const renewed = during.seal(during.open(old, 'account.name'), 'account.name');
    expect(during.needsReseal(renewed)).toBe(false);
    expect(sealing.open(renewed, 'account.name')).toBe('Ada');
  });

  it('that are gone are named', () => {
    expect(() => sealing.open(before.seal('Ada', 'account.name'), 'account.name')).toThrow('the key 2025-11');
  });

  it('do not open what another one sealed under the same name', () => {
    const stranger = createSealing({ SEALING_KEYS: [newKey(newer.id)], INDEX_KEY });
    expect(() => sealing.open(stranger.seal('Ada', 'account.name'), 'account.name')).toThrow('was changed');
  });
});

describe('a blind index', () => {
  const rotated = createSealing({ SEALING_KEYS: [newKey('2027-11')], INDEX_KEY });
  const stranger = createSealing({ SEALING_KEYS: [newer], INDEX_KEY: randomBytes(32) });

  it('is equal for equal texts, whichever key seals', () => {
    fc.assert(
      fc.property(anyText, anyContext, (text, context) => {
        expect(rotated.blindIndex(text, context)).toBe(sealing.blindIndex(text, context));
      }),
    );
  });

  it('differs by text, by context and by the key', () => {
    fc.assert(
      fc.property(anyText, anyText, anyContext, anyContext, (text, otherText, context, otherContext) => {
        fc.pre(text !== otherText && context !== otherContext);
        const index = sealing.blindIndex(text, context);
        const others = [
          sealing.blindIndex(otherText, context),
          sealing.blindIndex(text, otherContext),
          stranger.blindIndex(text, context),
        ];
        expect(others).not.toContain(index);
      }),
    );
  });
});
