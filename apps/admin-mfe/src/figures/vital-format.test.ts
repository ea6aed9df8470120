import { describe, expect, it } from 'vitest';
import { formatVital, vitalFormat } from './vital-format.ts';

describe('a vital', () => {
  it('is written in the unit that suits it', () => {
    expect(formatVital('LCP', 1_630)).toBe('1.63\u00a0s');
    expect(formatVital('INP', 130)).toBe('130\u00a0ms');
    expect(formatVital('CLS', 0.056)).toBe('0.06');
  });
  it('has one unit along an axis', () => {
    const write = (vital: 'LCP' | 'CLS', ticks: number[]) =>
      ticks.map((tick) => vitalFormat(vital).short(tick, ticks.at(-1)));
    expect(write('LCP', [0, 500, 1_000])).toEqual(['0\u00a0s', '0.5\u00a0s', '1\u00a0s']);
    expect(write('LCP', [0, 250, 500])).toEqual(['0\u00a0ms', '250\u00a0ms', '500\u00a0ms']);
    expect(write('CLS', [0, 0.05, 0.1])).toEqual(['0.00', '0.05', '0.10']);
  });
});
