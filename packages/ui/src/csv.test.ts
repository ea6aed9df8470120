import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCsv } from './csv.ts';

describe('a table as CSV', () => {
  it('quotes what would break a line or a cell', () => {
    expect(formatCsv(['Product', 'Revenue'], [['Cable, "2 m"\nblack', 12.5]])).toBe(
      'Product,Revenue\r\n"Cable, ""2 m""\nblack",12.5\r\n',
    );
  });

  it.each(['=1+1', '@SUM(A1)', '+49 30', '-cmd', '\tx'])('is never a formula: %j', (text) => {
    expect(formatCsv(['A'], [[text]])).toContain(`'${text}`);
  });

  it('leaves numbers below zero alone', () => {
    expect(formatCsv(['A', 'B'], [[-5, '-12.50']])).toBe('A,B\r\n-5,-12.50\r\n');
  });

  it('has as many cells as it was given, whatever is in them', () => {
    const cell = fc.string({ unit: 'grapheme' });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
        const text = formatCsv(['a', 'b'], rows);
        const read = [...text.matchAll(/("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/g)];
        expect(read).toHaveLength(2 * (rows.length + 1));
        expect(read.map(([, , end]) => end)).toEqual(read.map((_, index) => (index % 2 ? '\r\n' : ',')));
      }),
    );
  });
});
