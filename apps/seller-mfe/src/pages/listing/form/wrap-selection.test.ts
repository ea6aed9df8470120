import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wrapSelection } from './wrap-selection.ts';

describe('marking up the selected text', () => {
  it('wraps it and keeps it selected', () => {
    expect(wrapSelection('a strong cable', { start: 2, end: 8 }, 'bold')).toEqual({
      text: 'a <strong>strong</strong> cable',
      selection: { start: 10, end: 16 },
    });
  });

  it('makes an item of every line', () => {
    const { text } = wrapSelection('one\ntwo', { start: 0, end: 7 }, 'list');
    expect(text).toBe('<ul>\n  <li>one</li>\n  <li>two</li>\n</ul>\n');
  });

  it('never loses what was there', () => {
    const markup = fc.constantFrom('bold', 'italic', 'heading', 'list', 'paragraph' as const);
    fc.assert(
      fc.property(fc.string(), fc.nat(), fc.nat(), markup, (text, a, b, mark) => {
        const [start = 0, end = 0] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y);
        const marked = wrapSelection(text, { start, end }, mark).text;
        expect(marked.startsWith(text.slice(0, start))).toBe(true);
        expect(marked.endsWith(text.slice(end))).toBe(true);
      }),
    );
  });
});
