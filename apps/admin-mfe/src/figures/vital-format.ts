import type { Vital, VitalSummary } from '@plaza/contracts';
import type { ValueFormat } from '@plaza/ui/chart-series';
import type { CsvTable } from '@plaza/ui/csv-button';
import { figureMessages } from './messages.ts';

const texts = figureMessages.vitals;
const SECOND_MS = 1_000;

/** A vital for people: `2.5 s`, `180 ms`, and CLS as it is. */
export function formatVital(vital: Vital, value: number): string {
  if (vital === 'CLS') return value.toFixed(2);
  return value >= SECOND_MS
    ? texts.seconds((value / SECOND_MS).toFixed(2).replace(/0$/, ''))
    : texts.milliseconds(String(Math.round(value)));
}

/** How a chart writes a vital. */
export const vitalFormat = (vital: Vital): ValueFormat => ({
  full: (value) => formatVital(vital, value),
  short: (value, top = value) =>
    vital !== 'CLS' && top >= SECOND_MS
      ? texts.seconds(String(value / SECOND_MS))
      : formatVital(vital, value),
  plain: String,
  whole: vital !== 'CLS',
});

/** Summaries as a table to save, named by what they are of. */
export const vitalsTable = (
  fileName: string,
  partLabel: string,
  parts: readonly { name: string; vitals: readonly VitalSummary[] }[],
): CsvTable => ({
  fileName,
  head: [partLabel, ...texts.csvHead],
  rows: parts.flatMap(({ name, vitals }) =>
    vitals.map(({ vital, p75, samples, goodShare, poorShare }) => [
      name,
      vital,
      p75,
      samples,
      goodShare.toFixed(4),
      poorShare.toFixed(4),
    ]),
  ),
});
