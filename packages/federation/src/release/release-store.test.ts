import { createHash, createHmac } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { createManifest, describeRelease, readContents } from './describe-release.ts';
import { openReleaseStore } from './release-store.ts';
import { sources, writeBuild } from './testing/fake-build.ts';

const SECRET = 'a secret for tests';
const objects = new Map<string, { content: Buffer; type: string | undefined }>();
const order: string[] = [];
let server: Server;
let root: string;

/** As S3 signs requests (Signature Version 4). */
function signatureOf(request: IncomingMessage, signed: string, scope: string): string {
  const headers = signed.split(';').map((name) => `${name}:${request.headers[name]}\n`);
  const canonical = [
    request.method,
    request.url,
    '',
    headers.join(''),
    signed,
    request.headers['x-amz-content-sha256'],
  ];
  const hash = createHash('sha256').update(canonical.join('\n')).digest('hex');
  const text = ['AWS4-HMAC-SHA256', request.headers['x-amz-date'], scope, hash].join('\n');
  const key = scope
    .split('/')
    .reduce<Buffer | string>(
      (before, part) => createHmac('sha256', before).update(part).digest(),
      `AWS4${SECRET}`,
    );
  return createHmac('sha256', key).update(text).digest('hex');
}

function isSigned(request: IncomingMessage): boolean {
  const [, scope = '', signed = '', signature] =
    /Credential=key\/(\S+), SignedHeaders=(\S+), Signature=(\w+)/.exec(request.headers.authorization ?? '') ??
    [];
  return signature === signatureOf(request, signed, scope);
}

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'plaza-bucket-'));
  objects.clear();
  order.length = 0;
  server = createServer(async (request, response) => {
    const key = request.url ?? '';
    if (!isSigned(request)) return response.writeHead(403).end('SignatureDoesNotMatch');
    if (request.method === 'PUT') {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(z.instanceof(Buffer).parse(chunk));
      objects.set(key, { content: Buffer.concat(chunks), type: request.headers['content-type'] });
      order.push(key);
      return response.end();
    }
    const found = objects.get(key);
    return found ? response.end(found.content) : response.writeHead(404).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});
afterEach(async () => {
  await new Promise((done) => server.close(done));
  rmSync(root, { recursive: true });
});

it('keeps releases in a bucket: every file as it is, the manifest last, and once', async () => {
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/plaza/releases`;
  const bucket = {
    url,
    publicUrl: 'https://cdn.example/releases',
    region: 'auto',
    keyId: 'key',
    secret: SECRET,
  };
  const store = openReleaseStore({ kind: 'bucket', bucket });
  const dist = writeBuild(root, 'catalog');
  const contents = readContents(dist);
  const release = describeRelease(dist, contents, store.base);
  expect(release.baseUrl).toBe(`https://cdn.example/releases/catalog/${release.version}/`);
  const manifest = createManifest(contents, release, sources);

  expect(await store.put(dist, manifest)).toEqual(manifest);
  const folder = `/plaza/releases/catalog/${release.version}`;
  expect(order.at(-1)).toBe(`${folder}/release.json`);
  for (const [file, integrity] of Object.entries(release.integrity)) {
    const object = objects.get(`${folder}/${file}`);
    expect(
      `sha384-${createHash('sha384')
        .update(object?.content ?? '')
        .digest('base64')}`,
    ).toBe(integrity);
    expect(object?.type).toBe(
      file.endsWith('.css') ? 'text/css; charset=utf-8' : 'text/javascript; charset=utf-8',
    );
  }
  expect(objects.size).toBe(Object.keys(release.integrity).length + 1);

  const again = await store.put(dist, { ...manifest, builtAt: new Date(0).toISOString() });
  expect(again).toEqual(manifest);
  expect(order).toHaveLength(objects.size);
  const stranger = openReleaseStore({ kind: 'bucket', bucket: { ...bucket, secret: 'another' } });
  await expect(stranger.put(dist, manifest)).rejects.toThrow('The bucket did not take');
});
