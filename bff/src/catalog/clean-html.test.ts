import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanHtml, summarise, textOf } from './clean-html.ts';

describe('a description', () => {
  it.each([
    ['<p>Plain</p>', '<p>Plain</p>'],
    ['<script>alert(1)</script><b onmouseover="x">B</b>', '<b>B</b>'],
    ['<a href="javascript:alert(1)">x</a>', '<a rel="nofollow noopener">x</a>'],
    [
      '<a href="https://a.test" target="_top">x</a>',
      '<a href="https://a.test" rel="nofollow noopener">x</a>',
    ],
    ['<img src=x onerror=alert(1)>', ''],
    ['<iframe src="https://evil.test"></iframe><style>*{}</style>', ''],
    ['<h1>Title</h1><div style="color:red">Text</div>', '<h2>Title</h2>Text'],
    ['<svg><animate onbegin=alert(1)></svg>', ''],
    ['<p><A<p><p>', '<p></p><p></p><p></p>'],
  ])('%j becomes %j', (dirty, clean) => {
    expect(cleanHtml(dirty)).toBe(clean);
  });

  const html = fc
    .array(
      fc.oneof(
        fc.string(),
        fc.constantFrom(
          '<p>',
          '</p>',
          '<script>',
          '<b onclick=x>',
          '<a href="javascript:x">',
          '<!--',
          '-->',
          '&lt;',
          '"',
        ),
      ),
    )
    .map((parts) => parts.join(''));
  it('never holds anything that runs, and is clean once it was cleaned', () => {
    fc.assert(
      fc.property(html, (dirty) => {
        const clean = cleanHtml(dirty);
        expect(clean).not.toMatch(/<(?!\/?(?:p|b|a)\b)/i);
        expect(clean).not.toMatch(/<[^>]*(?:\bon\w+\s*=|javascript:)/i);
        expect(cleanHtml(clean)).toBe(clean);
      }),
    );
  });
});

describe('a summary', () => {
  it('is the text on one line', () => {
    expect(textOf('<h2>Quiet</h2><ul><li>30&nbsp;hours</li><li>A &amp; B &lt;3</li></ul>')).toBe(
      'Quiet 30 hours A & B <3',
    );
  });

  it('ends between words', () => {
    expect(summarise(`${'word '.repeat(40)}`.trim())).toMatch(/^(?:word )+word…$/);
  });

  it('never has more than 160 characters, nor half of one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        const summary = summarise(text);
        expect(summary.length).toBeLessThanOrEqual(160);
        expect(() => encodeURIComponent(summary)).not.toThrow();
      }),
    );
  });
});
