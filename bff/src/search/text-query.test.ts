import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTextQuery } from './text-query.ts';

describe('a query', () => {
  it('has an open last word', () => {
    expect(parseTextQuery(' wireless  headph')).toEqual({
      web: 'wireless headph',
      head: 'wireless',
      prefix: 'headph',
      plain: 'wireless headph',
    });
  });

  it.each([
    ['"exact phrase"', ''],
    ['laptop -gaming', ''],
    ['laptop ', 'laptop'],
    ['RTX-4070', '4070'],
  ])('%j leaves %j open', (text, prefix) => {
    expect(parseTextQuery(text)?.prefix).toBe(prefix);
  });

  it.each([undefined, '', '   ', '-', '"" & |', '\0'])('%j asks for nothing', (text) => {
    expect(parseTextQuery(text)).toBeNull();
  });

  it('never passes on anything but letters and digits as a prefix', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const query = parseTextQuery(text);
        expect(query?.prefix ?? '').toMatch(/^[\p{L}\p{N}]*$/u);
        expect((query?.plain ?? '').split(' ').length).toBeLessThanOrEqual(100);
      }),
    );
  });
});
