import { describe, expect, it } from 'vitest';
import { drawProductPicture, isPictureKind, pictureKinds } from './draw-product-picture.ts';
import { drawSellerMark } from './draw-seller-mark.ts';

const views = [0, 1, 2] as const;
const everyPicture = pictureKinds.flatMap((kind) =>
  ['a', 'b', 'c'].flatMap((seed) => views.map((view) => drawProductPicture({ kind, seed, view }))),
);

/** Walks the tags: every one closed in order, every attribute quoted, every reference defined. */
function faultOf(svg: string): string | null {
  const open: string[] = [];
  const tag = /<(\/?)([a-zA-Z]+)((?:\s+[a-zA-Z][\w:-]*="[^"<>&]*")*)\s*(\/?)>/y;
  for (let at = 0; at < svg.length; at = tag.lastIndex) {
    tag.lastIndex = at;
    const [, closing, name = '', , empty] = tag.exec(svg) ?? [];
    if (tag.lastIndex === 0) return `not a tag: ${svg.slice(at, at + 60)}`;
    if (closing && open.pop() !== name) return `</${name}> closes something else`;
    if (!closing && !empty) open.push(name);
  }
  const ids = new Set([...svg.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]));
  const missing = [...svg.matchAll(/url\(#([^)]+)\)|href="#([^"]+)"/g)].find(
    (match) => !ids.has(match[1] ?? match[2]),
  );
  return missing ? `undefined ${missing[0]}` : open.length > 0 ? `open ${open.join()}` : null;
}

describe('a product picture', () => {
  it('is the same every time', () => {
    for (const kind of pictureKinds) {
      const options = { kind, seed: 'plaza', view: 1 } as const;
      expect(drawProductPicture(options)).toBe(drawProductPicture(options));
    }
  });

  it('is well-formed XML without a number gone wrong', () => {
    for (const svg of everyPicture) {
      expect(faultOf(svg)).toBeNull();
      expect(svg).not.toMatch(/NaN|Infinity|undefined|\d\.\d{3,}/);
    }
  });

  it('differs from product to product and from view to view', () => {
    expect(new Set(everyPicture).size).toBe(everyPicture.length);
  });

  it('shows a variant in the colour asked for', () => {
    const options = { kind: 'phone', seed: 'plaza' } as const;
    expect(drawProductPicture({ ...options, finish: '#8fa393' })).not.toBe(
      drawProductPicture({ ...options, finish: '#2c3547' }),
    );
  });

  it('stays small', () => {
    const sizes = everyPicture.map((svg) => svg.length);
    expect(Math.max(...sizes)).toBeLessThan(10_000);
    expect(sizes.reduce((sum, size) => sum + size, 0) / sizes.length).toBeLessThan(4_500);
  });

  it('is only for kinds that there are', () => {
    expect(isPictureKind('laptop')).toBe(true);
    expect(isPictureKind('toString')).toBe(false);
  });
});

describe('a seller mark', () => {
  it('is the same every time, well-formed, and its own', () => {
    const marks = Array.from({ length: 12 }, (_, index) => drawSellerMark(`Seller ${index}`, 'plaza'));
    expect(drawSellerMark('Seller 0', 'plaza')).toBe(marks[0]);
    expect(new Set(marks).size).toBe(12);
    for (const mark of marks) expect(faultOf(mark)).toBeNull();
  });
});
