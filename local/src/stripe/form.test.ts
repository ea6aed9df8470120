import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeForm, type FormValue } from './form.ts';

/** The encoding that Stripe's libraries use. */
function encode(value: FormValue, name: string): [string, string][] {
  if (typeof value === 'string') return [[name, value]];
  const entries: [string, FormValue][] = Array.isArray(value)
    ? value.map((child, index) => [String(index), child])
    : Object.entries(value);
  return entries.flatMap(([key, child]) => encode(child, name === '' ? key : `${name}[${key}]`));
}

const key = fc.stringMatching(/^[a-z_]{1,8}$/);
const form = fc.dictionary(
  key,
  fc.oneof(
    fc.string(),
    fc.array(fc.string(), { minLength: 1, maxLength: 4 }),
    fc.dictionary(key, fc.string(), { minKeys: 1, maxKeys: 4 }),
    fc.array(fc.dictionary(key, fc.string(), { minKeys: 1, maxKeys: 3 }), { minLength: 1, maxLength: 12 }),
  ),
  { maxKeys: 6 },
);

describe('the bracket notation', () => {
  it('decodes what it encodes', () => {
    fc.assert(
      fc.property(form, (value) => {
        const text = new URLSearchParams(encode(value, '')).toString();
        expect(decodeForm(text)).toEqual(value);
      }),
    );
  });

  it('never fails in another way than with an error of the API', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        try {
          decodeForm(text);
        } catch (error) {
          expect(error).toMatchObject({ type: 'invalid_request_error', status: 400 });
        }
      }),
    );
  });

  it('refuses nesting without end and does not touch prototypes', () => {
    expect(() => decodeForm(`a${'[b]'.repeat(20)}=1`)).toThrow('Invalid parameter name');
    expect(decodeForm('__proto__[polluted]=1')).not.toHaveProperty('polluted');
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });
});
