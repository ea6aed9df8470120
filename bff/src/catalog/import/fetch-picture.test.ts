import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPictureStorage } from '../../platform/picture-storage.ts';
import type { PictureStorage } from '../../platform/storage.ts';
import { fetchPicture } from './fetch-picture.ts';

const BEHIND = 'a second file behind the first';
let server: Server;
let url: string;
let folder: string;
let storage: PictureStorage;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plaza-fetched-'));
  storage = openPictureStorage(folder);
  const drawn = sharp({ create: { width: 8, height: 6, channels: 3, background: 'teal' } });
  const photo = await drawn
    .withExif({ IFD0: { Copyright: 'Somebody' } })
    .jpeg()
    .toBuffer();
  server = createServer((request, response) =>
    response.end(
      request.url === '/drawing.svg'
        ? '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="6"/>'
        : Buffer.concat([photo, Buffer.from(BEHIND)]),
    ),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true });
});

it('writes a fetched picture anew: nothing is kept of it but what can be seen', async () => {
  const fetched = await fetchPicture(storage, `${url}/photo.jpg`, { allowInternal: true });
  expect(fetched).toMatchObject({ width: 8, height: 6, isFetched: true });
  const kept = Buffer.from((await storage.get(fetched.url.replace('/media/', '')))?.bytes ?? []);
  const { format, exif } = await sharp(kept).metadata();
  expect([format, exif, kept.includes(BEHIND)]).toEqual(['jpeg', undefined, false]);
});

it('keeps the link of a drawing, as uploads of drawings are refused', async () => {
  const fetched = await fetchPicture(storage, `${url}/drawing.svg`, { allowInternal: true });
  expect(fetched).toMatchObject({ url: `${url.replace('http:', 'https:')}/drawing.svg`, isFetched: false });
});
