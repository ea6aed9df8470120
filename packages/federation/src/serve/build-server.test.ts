import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LocalBuild, localBuildSchema } from '@plaza/contracts/local-build';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeBuild } from '../release/testing/fake-build.ts';
import { type BuildServer, startBuildServer } from './build-server.ts';

const SHOP = 'https://plaza.test';

let root: string;
let dist: string;
let server: BuildServer;
beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'plaza-test-'));
  dist = writeBuild(root, 'catalog');
  server = await startBuildServer({ shop: SHOP, port: 0 });
});
afterEach(async () => {
  await server.close();
  rmSync(root, { recursive: true });
});

const get = (path: string, headers: Record<string, string> = { origin: SHOP }) =>
  fetch(`http://localhost:${server.port}${path}`, { headers });

/** Reads what a page would be told of, one after the other. */
async function* listen(): AsyncGenerator<{ event: string; build: LocalBuild | null }> {
  const { body } = await get('/events');
  let text = '';
  for await (const chunk of body ?? []) {
    text += new TextDecoder().decode(chunk);
    const messages = text.split('\n\n');
    text = messages.pop() ?? '';
    for (const message of messages) {
      const fields = new Map(
        message.split('\n').map((line) => [line.split(':')[0], line.replace(/^\w+: ?/, '')]),
      );
      const data = fields.get('data');
      yield {
        event: fields.get('event') ?? '',
        build: data ? localBuildSchema.parse(JSON.parse(data)) : null,
      };
    }
  }
}

async function next(told: ReturnType<typeof listen>) {
  const { value } = await told.next();
  if (!value) throw new Error('nothing more is told');
  return value;
}

describe('the server of builds', () => {
  it('tells every page of the latest build and of those that come, each with files of its own', async () => {
    server.show(dist);
    const told = listen();
    const first = await next(told);
    expect(first).toMatchObject({
      event: 'built',
      build: { frontend: 'catalog', entry: 'remoteEntry.js', stylesheets: ['assets/style.css'] },
    });
    expect(first.build?.pages).toEqual([
      { path: '/product/$productSlug', expose: 'product', access: 'public' },
    ]);

    writeFileSync(join(dist, 'assets/product.js'), 'export default "newer";');
    server.show(dist);
    const second = await next(told);
    const files = [first, second].map(async ({ build }) =>
      (await get(`/${build?.id}/assets/product.js`)).text(),
    );
    const [older, newer] = await Promise.all(files);
    expect(newer).toBe('export default "newer";');
    expect(older).toContain('export default 1;');
    expect((await next(listen())).build?.id).toBe(second.build?.id);
    await told.return(undefined);
  });

  it('says that a build has failed, also to who comes later, until there is another', async () => {
    server.fail();
    const told = listen();
    expect(await next(told)).toEqual({ event: 'not-built', build: null });
    server.show(dist);
    expect((await next(told)).event).toBe('built');
    expect((await next(listen())).event).toBe('built');
    await told.return(undefined);
  });

  it('lets pages of its market read, and nobody else', async () => {
    server.show(dist);
    const told = listen();
    const { build } = await next(told);
    await told.return(undefined);
    const file = `/${build?.id}/remoteEntry.js`;
    const own = await get(file);
    expect(own.headers.get('access-control-allow-origin')).toBe(SHOP);
    expect(own.headers.get('content-type')).toMatch(/^text\/javascript/);
    expect(own.headers.get('cache-control')).toBe('no-store');
    const other = await get(file, { origin: 'https://evil.test' });
    expect(other.headers.get('access-control-allow-origin')).not.toBe('https://evil.test');

    const port = server.port;
    const asked = request({
      host: 'localhost',
      port,
      path: file,
      headers: { host: `evil.test:${port}` },
    }).end();
    const [answer]: IncomingMessage[] = await once(asked, 'response');
    expect(answer?.statusCode).toBe(421);
    answer?.resume();
    expect((await get('/../package.json')).status).toBe(404);
  });
});
