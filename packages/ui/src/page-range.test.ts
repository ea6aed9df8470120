import { describe, expect, it } from 'vitest';
import { pageRange } from './page-range.ts';

describe('a row of pages', () => {
  it('is empty for a single page', () => {
    expect(pageRange(1, 1)).toEqual([]);
    expect(pageRange(1, 0)).toEqual([]);
  });
  it('shows all pages of a short list', () => {
    expect(pageRange(2, 5)).toEqual([1, 2, 3, 4, 5]);
    expect(pageRange(4, 7)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });
  it('keeps first, last and neighbours of a long one', () => {
    expect(pageRange(1, 24)).toEqual([1, 2, 3, 4, 5, 'gap-after', 24]);
    expect(pageRange(12, 24)).toEqual([1, 'gap-before', 11, 12, 13, 'gap-after', 24]);
    expect(pageRange(24, 24)).toEqual([1, 'gap-before', 20, 21, 22, 23, 24]);
  });
  it('never hides a single page behind a gap, repeats none and always holds the current one', () => {
    for (let count = 2; count <= 40; count += 1) {
      for (let page = 1; page <= count; page += 1) {
        const numbers = pageRange(page, count).filter((item) => typeof item === 'number');
        expect(numbers).toContain(page);
        expect(new Set(numbers).size).toBe(numbers.length);
        const steps = numbers.slice(1).map((number, index) => number - (numbers[index] ?? 0));
        expect(steps.every((step) => step === 1 || step > 2)).toBe(true);
      }
    }
  });
});
