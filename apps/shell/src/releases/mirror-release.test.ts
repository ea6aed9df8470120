import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeFakeRelease } from '../testing/fake-release.ts';
import { isElsewhere, mirrorRelease } from './mirror-release.ts';

let folder: string;
let server: Server;
let origin: string;
/** What the place answers for a path; what was published unless a test says otherwise. */
let answer: (path: string) => Buffer | undefined;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'plaza-copies-'));
  answer = (path) => readFileSync(join(folder, 'kept', path));
  server = createServer((request, response) => {
    const content = answer(request.url ?? '');
    response.writeHead(content ? 200 : 404).end(content);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  origin = typeof address === 'object' && address ? `http://127.0.0.1:${address.port}` : '';
});
afterEach(async () => {
  await new Promise((closed) => server.close(closed));
  rmSync(folder, { recursive: true, force: true });
});

const publish = (text: string) => {
  const release = writeFakeRelease(join(folder, 'kept'), 'catalog', { home: `return '${text}';` });
  return { ...release, baseUrl: `${origin}/catalog/${release.version}/` };
};
const placeOf = (version: string) => join(folder, 'copies/catalog', version);

it('copies a release whole, once', async () => {
  const release = publish('a');
  const place = placeOf(release.version);
  expect(isElsewhere(place, release)).toBe(true);
  await mirrorRelease(place, release);
  expect(isElsewhere(place, release)).toBe(false);
  for (const file of Object.keys(release.integrity))
    expect(readFileSync(join(place, file))).toEqual(
      readFileSync(join(folder, 'kept/catalog', release.version, file)),
    );
});

it.each([
  ['is missing', undefined],
  ['is another one', Buffer.from('tampered')],
])('leaves nothing behind when a file %s', async (_, content) => {
  const release = publish('a');
  const asPublished = answer;
  answer = (path) => (path.endsWith('server/remoteEntry.js') ? content : asPublished(path));
  await expect(mirrorRelease(placeOf(release.version), release)).rejects.toThrow('remoteEntry.js');
  expect(readdirSync(join(folder, 'copies/catalog'))).toEqual([]);
});

it('keeps some copies, and everything that was published here', async () => {
  const own = writeFakeRelease(join(folder, 'copies'), 'catalog', { home: 'return 1;' });
  const releases = Array.from({ length: 12 }, (_, count) => publish(String(count)));
  for (const release of releases) await mirrorRelease(placeOf(release.version), release);
  const left = readdirSync(join(folder, 'copies/catalog'));
  expect(left).toHaveLength(11);
  expect(left).toContain(own.version);
  expect(existsSync(placeOf(releases.at(-1)?.version ?? ''))).toBe(true);
});
