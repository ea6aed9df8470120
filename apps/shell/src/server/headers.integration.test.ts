import { createServer, type Server } from 'node:http';
import { connect } from 'node:net';
import { answerHeaders } from '@plaza/edge/answer-headers';
import { serverLimits } from '@plaza/edge/server-limits';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeFakeRelease } from '../testing/fake-release.ts';
import { startTestShell, type TestShell } from '../testing/test-shell.ts';

const SLOT = "return { default: () => h('b', null, 'slot') };";
const PAGE =
  "return { default: () => h('h1', null, 'page'), loader: async () => ({ kind: 'ok', data: 1 }), head: () => ({ title: 'A page' }) };";
const scriptsOf = (html: string) =>
  html.match(/<script type="module"[^>]*>|<link rel="modulepreload"[^>]*>/g) ?? [];

let shell: TestShell;
beforeAll(async () => {
  shell = await startTestShell({
    bff(request, response) {
      if (request.url?.startsWith('/api/own')) response.setHeader('content-security-policy', 'sandbox');
      response.setHeader('content-type', 'application/json');
      response.end('{"result":{"data":{}}}');
    },
    releases: (dir) => ({
      catalog: writeFakeRelease(dir, 'catalog', { 'category-menu': SLOT, 'search-box': SLOT, home: PAGE }, [
        { path: '/', expose: 'home', access: 'public' },
      ]),
      checkout: writeFakeRelease(dir, 'checkout', { 'mini-cart': SLOT, cart: PAGE }, [
        { path: '/cart', expose: 'cart', access: 'private' },
      ]),
      account: writeFakeRelease(dir, 'account', { 'account-menu': SLOT }),
    }),
  });
});
afterAll(() => shell.close());

describe('headers of every answer', () => {
  const { 'content-security-policy': inert = '', ...data } = answerHeaders('data', true);
  const { 'cache-control': _keptByNobody, ...common } = data;

  it.each([
    ['a public page', '/'],
    ['a private page', '/cart'],
    ['a page that is not there', '/nowhere'],
    ['health', '/healthz'],
    ['robots.txt', '/robots.txt'],
    ['a file that is not there', '/assets/none.js'],
    ['a redirect', '/cart/'],
    ['the icon', '/favicon.ico'],
    ['another process', '/api/trpc/cart.get'],
    ['another process that is away', '/ingest/e'],
  ])('are there for %s', async (_what, path) => {
    const { headers } = await shell.get(path);
    const { 'referrer-policy': _referrer, ...others } = common;
    for (const [name, value] of Object.entries(others))
      expect([name, headers.get(name)]).toEqual([name, value]);
    expect(headers.get('referrer-policy')).toMatch(/^(strict-origin-when-cross-origin|same-origin)$/);
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect([headers.get('server'), headers.get('x-powered-by')]).toEqual([null, null]);
  });

  it('give way to what another process says itself', async () => {
    expect((await shell.get('/api/own')).headers.get('content-security-policy')).toBe('sandbox');
    expect((await shell.get('/api/other')).headers.get('content-security-policy')).toBe(inert);
  });

  it('open nothing to other origins', async () => {
    for (const path of ['/', '/cart', '/healthz', '/api/trpc/cart.get']) {
      const { headers } = await shell.get(path, { headers: { origin: 'https://evil.test' } });
      expect(headers.get('access-control-allow-origin')).toBeNull();
    }
  });
});

describe('scripts of a document', () => {
  it('of one visitor carry its nonce, which is another each time', async () => {
    const read = async () => {
      const { html, headers } = await shell.get('/cart');
      const nonce = /'nonce-([\w+/]{22}==)'/.exec(headers.get('content-security-policy') ?? '')?.[1] ?? '';
      expect(scriptsOf(html).length).toBeGreaterThanOrEqual(2);
      for (const tag of scriptsOf(html)) expect(tag).toContain(` nonce="${nonce}"`);
      return nonce;
    };
    expect(await read()).not.toBe(await read());
  });

  it('for everybody carry none, and the document is the same to the byte', async () => {
    const [first, second] = [await shell.get('/'), await shell.get('/')];
    expect(first.html).not.toMatch(/nonce|\0/);
    expect(second.html).toBe(first.html);
    expect(second.headers.get('content-security-policy')).toBe(first.headers.get('content-security-policy'));
  });
});

describe('a sender that is slow on purpose', () => {
  it('is let go when its headers do not end in time', async () => {
    const limits = { ...serverLimits, headersTimeout: 100, connectionsCheckingInterval: 50 };
    const server = await listen(createServer(limits, (_request, response) => response.end('answered')));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    const answer = await new Promise<string>((resolve, reject) => {
      let text = '';
      const socket = connect(address.port, '127.0.0.1', () =>
        socket.write('GET / HTTP/1.1\r\nHost: x\r\nX-Slow: '),
      );
      socket.on('data', (chunk) => {
        text += String(chunk);
      });
      socket.on('close', () => resolve(text)).on('error', reject);
    });
    server.close();
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
  });
});

const listen = (server: Server) =>
  new Promise<Server>((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
