import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const page = readFileSync(join(ROOT, 'docs/asvs.md'), 'utf8');

const VERDICTS = ['met', '**not met**', 'n/a'] as const;
/** What is no path from the root is below the BFF. */
const fileOf = (name: string) =>
  join(ROOT, /^(apps|docs|e2e|local|packages)\//.test(name) ? name : `bff/src/${name}`);
const rows = page.split('\n').flatMap((line) => {
  const [number = '', level, asks, verdict, where, proof = ''] = line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
  return /^\d+\.\d+\.\d+$/.test(number) ? [{ number, level, asks, verdict, where, proof }] : [];
});
/** `file`: "title"; "title"; `file`: … */
const testsIn = (proof: string) =>
  proof
    .split(/; (?=`)/)
    .filter((part) => part !== '')
    .flatMap((part) => {
      const [, file = part, titles = ''] = /^`([^`]+)`: (.*)$/.exec(part) ?? [];
      return titles.split(/(?<="); (?=")/).map((title) => ({ file, title: title.replace(/^"|"$/g, '') }));
    });
const sumsOf = (chapter: string) =>
  VERDICTS.map(
    (verdict) =>
      rows.filter((row) => row.verdict === verdict && (chapter === 'all' || row.number.startsWith(chapter)))
        .length,
  );

describe('the table of ASVS in docs/asvs.md', () => {
  it('has every line of levels 1 and 2 of chapters 6 to 10 once, in order', () => {
    const counts = [6, 7, 8, 9, 10].map(
      (chapter) => rows.filter(({ number }) => number.startsWith(`${chapter}.`)).length,
    );
    expect(counts).toEqual([35, 18, 7, 7, 29]);
    const inOrder = rows
      .map(({ number }) => number)
      .toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }));
    expect(rows.map(({ number }) => number)).toEqual(inOrder);
    expect(new Set(inOrder).size).toBe(inOrder.length);
  });

  it.each(['V6', 'V7', 'V8', 'V9', 'V10', 'all'])('adds %s up rightly', (chapter) => {
    const sums = sumsOf(chapter === 'all' ? 'all' : `${chapter.slice(1)}.`);
    expect(page).toContain(`| ${chapter} | ${sums.join(' | ')} |`);
  });
});

describe.each(rows)('line $number', ({ level, asks, verdict, where, proof }) => {
  it('says what is asked for, whether it is met and where', () => {
    expect(['1', '2']).toContain(level);
    expect(VERDICTS).toContain(verdict);
    expect(asks).not.toBe('');
    expect(where).not.toBe('');
    if (verdict === 'met') expect(proof).not.toBe('');
    if (verdict === '**not met**') expect(where).toMatch(/It would take|see above/);
  });

  it('names files that there are', () => {
    for (const [, name = ''] of (where ?? '').matchAll(/`([\w./-]+\/[\w./-]+\.(?:tsx?|md))`/g))
      expect(existsSync(fileOf(name)), name).toBe(true);
  });

  it('names tests that there are', () => {
    for (const { file, title } of testsIn(proof)) {
      expect(file).toMatch(/\.(test|e2e)\.tsx?$/);
      const source = readFileSync(fileOf(file), 'utf8');
      const quoted = ["'", '`'].map((quote) => `${quote}${title}${quote}`);
      expect(
        [...quoted, `"${title}"`].some((text) => source.includes(text)),
        `${file}: ${title}`,
      ).toBe(true);
    }
  });
});
