import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCsv } from './read-csv.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plaza-csv-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('reading', () => {
  it('gives back every cell and names the line on which a record begins', async () => {
    const file = join(folder, 'property.csv');
    const cell = fc
      .string({ unit: 'grapheme', maxLength: 30 })
      .map((text) => text.replace(/\r|\u2028|\u2029/g, ''));
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }), async (rows) => {
        const lines = rows.map(([title, price]) => ['h', title, price].map(quoted).join(','));
        await writeFile(file, ['Handle,Title,Variant Price', ...lines].join('\n'));
        const found: unknown[] = [];
        for await (const item of readCsv(file))
          found.push(item.kind === 'record' ? [item.line, item.record] : item);
        let line = 2;
        const expected = rows.map(([title, price], index) => {
          const at = line;
          line += (lines[index] ?? '').split('\n').length;
          return [at, { Handle: 'h', Title: title, 'Variant Price': price }];
        });
        expect(found).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });
});
