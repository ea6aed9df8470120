import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type PDFDocument from 'pdfkit';
import { z } from 'zod';

type Document = InstanceType<typeof PDFDocument>;
export type Weight = 400 | 600;

/** Parts of Inter by script, in the order in which they are asked for a character. */
const SUBSETS = [
  'latin',
  'latin-ext',
  'cyrillic',
  'cyrillic-ext',
  'greek',
  'greek-ext',
  'vietnamese',
] as const;
type Subset = (typeof SUBSETS)[number];

const require = createRequire(import.meta.url);
const resolveFont = (file: string) => require.resolve(`@fontsource/inter/${file}`);

interface Range {
  first: number;
  last: number;
}
let ranges: Map<Subset, Range[]> | undefined;

/** Which characters each part has, as the typeface's package says. */
function readRanges(): Map<Subset, Range[]> {
  const listed = z
    .record(z.string(), z.string())
    .parse(JSON.parse(readFileSync(resolveFont('unicode.json'), 'utf8')));
  return new Map(SUBSETS.map((subset) => [subset, (listed[subset] ?? '').split(',').map(parseRange)]));
}

/** `U+0460-052F` or `U+0301`. */
function parseRange(text: string): Range {
  const [first = '', last = first] = text.replace('U+', '').split('-');
  return { first: Number.parseInt(first, 16), last: Number.parseInt(last, 16) };
}

const fontName = (subset: Subset, weight: Weight) => `inter-${subset}-${weight}`;

/** Makes the typeface known to a document; files are read when their characters are used. */
export function registerFonts(document: Document): void {
  for (const subset of SUBSETS) {
    for (const weight of [400, 600] as const) {
      document.registerFont(
        fontName(subset, weight),
        resolveFont(`files/inter-${subset}-${weight}-normal.woff`),
      );
    }
  }
}

/**
 * Cuts a text where another part of the typeface has to take over. Characters that no part has (Chinese, say) become the
 * sign for one that is missing; the receipt on the web shows them.
 */
export function toRuns(text: string, weight: Weight): { text: string; font: string }[] {
  ranges ??= readRanges();
  const known = ranges;
  const runs: { text: string; font: string }[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const subset = SUBSETS.find((name) =>
      known.get(name)?.some(({ first, last }) => code >= first && code <= last),
    );
    const font = fontName(subset ?? 'latin', weight);
    const shown = subset === undefined ? '\ufffd' : character;
    const run = runs.at(-1);
    if (run?.font === font) run.text += shown;
    else runs.push({ text: shown, font });
  }
  return runs;
}
