import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { recodePicture } from './recode-picture.ts';

const draw = (width = 40, height = 20) =>
  sharp({ create: { width, height, channels: 3, background: { r: 200, g: 30, b: 90 } } });
const SECRET = '<script>alert(1)</script>';

describe('a picture that was sent', () => {
  it.each([
    ['jpg', () => draw().jpeg().toBuffer()],
    ['png', () => draw().png().toBuffer()],
    ['webp', () => draw().webp().toBuffer()],
    ['avif', () => draw().avif({ effort: 0 }).toBuffer()],
  ] as const)('stays a %s of its size', async (extension, make) => {
    const recoded = await recodePicture(await make());
    expect(recoded).toMatchObject({ extension, width: 40, height: 20 });
    expect(await recodePicture(recoded?.bytes ?? new Uint8Array())).toMatchObject({ extension });
  });

  it('loses what cannot be seen: where it was taken, and what hangs behind it', async () => {
    const taken = await draw()
      .withExif({ IFD0: { Copyright: SECRET }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' } })
      .jpeg()
      .toBuffer();
    const sent = Buffer.concat([taken, Buffer.from(SECRET)]);
    const recoded = await recodePicture(sent);
    expect(sent.includes(SECRET)).toBe(true);
    expect(Buffer.from(recoded?.bytes ?? []).includes(SECRET)).toBe(false);
    expect((await sharp(recoded?.bytes).metadata()).exif).toBeUndefined();
  });

  it('stands upright', async () => {
    const lying = await draw().withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect(await recodePicture(lying)).toMatchObject({ width: 20, height: 40 });
  });

  it('is no larger than pages show it', async () => {
    expect(await recodePicture(await draw(4_000, 1_000).png().toBuffer())).toMatchObject({
      width: 3_000,
      height: 750,
    });
  });

  it.each([
    ['a drawing', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
    ['text', () => Buffer.from(SECRET)],
    ['half a picture', async () => (await draw(400, 400).jpeg().toBuffer()).subarray(0, 700)],
    ['more than can be unpacked', () => draw(9_000, 6_000).png().toBuffer()],
    ['an animation', () => Buffer.from('GIF89a\x01\x00\x01\x00\x00\x00\x00;')],
  ])('is refused when it is %s', async (_what, make) => {
    expect(await recodePicture(new Uint8Array(await make()))).toBeNull();
  });

  it('waits for its turn', async () => {
    const sent = await draw().png().toBuffer();
    const recoded = await Promise.all(Array.from({ length: 8 }, () => recodePicture(sent)));
    expect(recoded.every((picture) => picture?.width === 40)).toBe(true);
  });
});
