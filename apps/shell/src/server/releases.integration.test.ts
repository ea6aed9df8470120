import { rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import type { Registry, Release } from '@plaza/contracts/registry';
import { signInternalPass } from '@plaza/edge/internal-pass';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { registryOf, writeContainer, writeFakeRelease } from '../testing/fake-release.ts';
import { INTERNAL_TOKEN, startTestShell, type TestReleases, type TestShell } from '../testing/test-shell.ts';

const HOME_AT: Release['pages'] = [{ path: '/', expose: 'home', access: 'public', sharedMaxAgeSeconds: 60 }];
const home = (text: string) =>
  `return { default: () => h('h1', null, '${text}'), loader: async () => ({ kind: 'ok', data: 1 }), head: () => ({ title: 'Home' }) };`;
const SLOT = "return { default: () => h('b', null, 'slot is here') };";
const catalog = (dir: string, text: string) =>
  writeFakeRelease(dir, 'catalog', { home: home(text), 'search-box': SLOT, 'category-menu': SLOT }, HOME_AT);

let shell: TestShell;
const others: Server[] = [];
afterEach(async () => {
  await shell.close();
  for (const server of others.splice(0)) await new Promise((closed) => server.close(closed));
});
const start = (
  releases: (dir: string) => TestReleases,
  internal?: Parameters<typeof startTestShell>[0]['internal'],
) =>
  startTestShell({
    bff: (_, response) => response.end('{"result":{"data":{}}}'),
    releases,
    ...(internal && { internal }),
  });

const bootOf = (html: string): { trials: string[]; overrides: string[]; versionTag: string } =>
  JSON.parse(/<script type="application\/json" id="plaza-boot">(.*?)<\/script>/s.exec(html)?.[1] ?? '{}');
/** A browser that keeps the cookies it is given. */
function openBrowser(cookies: Record<string, string> = {}) {
  const jar = new Map(Object.entries(cookies));
  return {
    jar,
    async get(path: string, headers: Record<string, string> = {}) {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
      const answer = await shell.get(path, { headers: { ...headers, ...(cookie && { cookie }) } });
      for (const line of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        if (/max-age=0/i.test(line)) jar.delete(name);
        else jar.set(name, decodeURIComponent(value));
      }
      return answer;
    },
  };
}
const canary = (
  release: Release,
  audience: NonNullable<Registry['remotes'][string]['canary']>['audience'],
) => ({
  canary: { release, audience, isHeld: false },
});

describe('a canary', () => {
  it('is pinned to its visitor, in document and boot data alike, and nobody else keeps the document', async () => {
    let next: Release | undefined;
    shell = await start((dir) => {
      next = catalog(dir, 'the new one');
      return {
        catalog: { stable: catalog(dir, 'the old one'), ...canary(next, { kind: 'share', percent: 50 }) },
      };
    });
    const seen = new Set<string>();
    for (let count = 0; count < 40 && seen.size < 2; count += 1) {
      const browser = openBrowser();
      const { html, headers } = await browser.get('/');
      expect(headers.get('cache-control')).toBe('private, no-store');
      expect(headers.getSetCookie()).toEqual([
        expect.stringMatching(/^__Host-plaza_releases=.*HttpOnly; Secure; SameSite=Lax$/),
      ]);
      const arm = html.includes('the new one') ? 'canary' : 'stable';
      expect(bootOf(html).trials).toEqual([`catalog@${next?.version}:${arm}`]);
      for (let again = 0; again < 3; again += 1) {
        const { html: later, headers: laterHeaders } = await browser.get('/');
        expect(later).toBe(html);
        expect(laterHeaders.getSetCookie()).toEqual([]);
      }
      expect((await browser.get('/version-tag')).html).toBe(bootOf(html).versionTag);
      seen.add(arm);
    }
    expect(seen).toEqual(new Set(['canary', 'stable']));
  });

  it('ends for everybody at once when it is rolled back, and its visitors are told of something newer', async () => {
    shell = await start((dir) => ({
      account: writeFakeRelease(dir, 'account', { 'account-menu': SLOT }),
      checkout: writeFakeRelease(dir, 'checkout', { 'mini-cart': SLOT }),
      catalog: {
        stable: catalog(dir, 'the old one'),
        ...canary(catalog(dir, 'the new one'), { kind: 'internal' }),
      },
    }));
    const pass = signInternalPass(INTERNAL_TOKEN, new Date(Date.now() + 60_000));
    const staff = openBrowser({ '__Host-plaza_internal': pass });
    const { html } = await staff.get('/');
    expect(html).toContain('the new one');
    const stranger = await openBrowser().get('/');
    expect(stranger.html).toContain('the old one');
    expect(bootOf(stranger.html).trials).toEqual([]);

    shell.release({ ...shell.released, catalog: { ...shell.released.catalog, canary: null } });
    await vi.waitFor(async () => expect((await staff.get('/')).html).toContain('the old one'), 20_000);
    expect((await staff.get('/version-tag')).html).not.toBe(bootOf(html).versionTag);
    expect((await staff.get('/')).headers.get('cache-control')).toMatch(/^public/);
  });

  it('of countries goes by the address that a proxy of ours has seen', async () => {
    shell = await start((dir) => ({
      catalog: {
        stable: catalog(dir, 'the old one'),
        ...canary(catalog(dir, 'the new one'), { kind: 'countries', countries: ['DE'], percent: 100 }),
      },
    }));
    const from = async (address: string) =>
      (await openBrowser().get('/', { 'x-forwarded-for': address })).html;
    expect(await from('87.122.1.1')).toContain('the new one');
    expect(await from('8.8.8.8')).toContain('the old one');
  });

  it('that this server cannot load leaves its visitors with the stable one, still as its visitors', async () => {
    shell = await start((dir) => ({
      catalog: {
        stable: catalog(dir, 'the old one'),
        ...canary(writeContainer(dir, 'catalog', 'throw new Error("bad")', ['home'], HOME_AT), {
          kind: 'newVisitors',
          percent: 100,
        }),
      },
    }));
    const { html, status } = await openBrowser().get('/');
    expect(status).toBe(200);
    expect(html).toContain('the old one');
    expect(bootOf(html).trials).toEqual([expect.stringMatching(/^catalog@[0-9a-f]{16}:canary$/)]);
    const returning = await openBrowser({ plaza_seen: '1' }).get('/');
    expect(bootOf(returning.html).trials).toEqual([]);
  });
});

describe('a frontend that is switched off', () => {
  it('says so on its pages and shows nothing in its slots', async () => {
    shell = await start((dir) => ({ catalog: { stable: catalog(dir, 'open'), isOff: true } }));
    const { html, status, headers } = await shell.get('/');
    expect(status).toBe(503);
    expect(headers.get('cache-control')).toBe('private, no-store');
    expect(html).toContain('This part of the shop is closed for now');
    expect(html).not.toContain('slot is here');
    expect(html).not.toContain('The search field could not be loaded');
    shell.release({ catalog: { ...shell.released.catalog, isOff: false } });
    await vi.waitFor(async () => expect((await shell.get('/')).html).toContain('slot is here'), 20_000);
  });
});

describe('a release that somebody chooses for themselves', () => {
  it('is granted by the BFF, shown until it is ended, and no trial', async () => {
    const chosen: { release?: Release } = {};
    const questions: unknown[] = [];
    shell = await start(
      (dir) => {
        chosen.release = catalog(dir, 'the chosen one');
        return { catalog: { stable: catalog(dir, 'the old one') } };
      },
      async (request, response) => {
        if (request.url !== '/internal/releases/override') return void response.writeHead(404).end();
        const question = JSON.parse((await request.toArray()).join(''));
        questions.push([request.headers.authorization, question]);
        const isDeveloper = String(question.cookie).includes('plaza_session=developer');
        response.end(
          JSON.stringify(
            isDeveloper ? { ok: true, release: chosen.release } : { ok: false, code: 'not_allowed' },
          ),
        );
      },
    );
    const version = chosen.release?.version;
    const path = `/?q=1&plaza-release=catalog@${version}`;
    const stranger = openBrowser();
    expect((await stranger.get(path)).headers.get('location')).toBe('/?q=1');
    expect(stranger.jar.size).toBe(0);

    const developer = openBrowser({ '__Host-plaza_session': 'developer' });
    expect((await developer.get(path)).status).toBe(302);
    const { html, headers } = await developer.get('/');
    expect(html).toContain('the chosen one');
    expect(headers.get('cache-control')).toBe('private, no-store');
    expect(bootOf(html)).toMatchObject({ trials: [], overrides: [`catalog@${version}`] });
    expect(questions.at(-1)).toEqual([
      `Bearer ${INTERNAL_TOKEN}`,
      { cookie: '__Host-plaza_session=developer', frontend: 'catalog', version },
    ]);

    await developer.get('/?plaza-release=none');
    expect((await developer.get('/')).html).toContain('the old one');
  });
});

describe('the registry', () => {
  it('comes from the BFF, and its last answer holds while the BFF is away', async () => {
    const bff: { registry: Registry | null; etag: string; asked: (string | undefined)[] } = {
      registry: null,
      etag: '"1"',
      asked: [],
    };
    shell = await start(
      (dir) => ({ catalog: catalog(dir, 'from the file') }),
      (request, response) => {
        bff.asked.push(request.headers['if-none-match']);
        if (request.headers.authorization !== `Bearer ${INTERNAL_TOKEN}`) response.writeHead(401).end();
        else if (!bff.registry) response.writeHead(503).end();
        else if (request.headers['if-none-match'] === bff.etag) response.writeHead(304).end();
        else response.setHeader('etag', bff.etag).end(JSON.stringify(bff.registry));
      },
    );
    expect((await shell.get('/')).html).toContain('from the file');
    bff.registry = registryOf({ catalog: catalog(shell.remotesDir, 'from the BFF') });
    await vi.waitFor(async () => expect((await shell.get('/')).html).toContain('from the BFF'), 20_000);
    await vi.waitFor(() => expect(bff.asked.at(-1)).toBe('"1"'), 20_000);
    expect(JSON.parse(await readFile(shell.registryFile, 'utf8'))).toEqual(bff.registry);

    bff.registry = null;
    const count = bff.asked.length;
    await vi.waitFor(() => expect(bff.asked.length).toBeGreaterThan(count + 1), 20_000);
    expect((await shell.get('/')).html).toContain('from the BFF');
  });

  it('may name releases that are kept elsewhere: they are copied, if they are what was published', async () => {
    let elsewhere = '';
    const kept = createServer(async (request, response) => {
      const path = join(elsewhere, request.url ?? '');
      response.end(
        path.endsWith('style.css') && path.includes('tampered')
          ? 'no'
          : await readFile(path.replace('tampered/', '')),
      );
    });
    others.push(kept);
    await new Promise<void>((listening) => kept.listen(0, '127.0.0.1', listening));
    const address = kept.address();
    const origin = typeof address === 'object' && address ? `http://127.0.0.1:${address.port}` : '';
    shell = await start((dir) => {
      elsewhere = `${dir}-elsewhere`;
      const good = { ...catalog(elsewhere, 'from elsewhere') };
      const bad = writeFakeRelease(elsewhere, 'checkout', { 'mini-cart': SLOT });
      return {
        catalog: { ...good, baseUrl: `${origin}/catalog/${good.version}/` },
        checkout: { ...bad, baseUrl: `${origin}/tampered/checkout/${bad.version}/` },
      };
    });
    const { html, headers } = await shell.get('/');
    expect(html).toContain('from elsewhere');
    expect(html).toContain('The cart could not be loaded');
    expect(html).toMatch(
      new RegExp(`<link rel="modulepreload"[^>]*href="${origin}/catalog/[^>]* crossorigin>`),
    );
    expect(headers.get('content-security-policy')).toContain(`script-src 'self' ${origin}`);
    rmSync(elsewhere, { recursive: true });
  });
});
