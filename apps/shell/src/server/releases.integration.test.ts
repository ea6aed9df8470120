import { rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import type { Registry, Release } from '@plaza/contracts/registry';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { registryOf, writeFakeRelease } from '../testing/fake-release.ts';
import { bootOf, catalog, openBrowser, SLOT, startReleaseShell } from '../testing/release-shell.ts';
import { INTERNAL_TOKEN, type TestShell } from '../testing/test-shell.ts';

let shell: TestShell;
const others: Server[] = [];
afterEach(async () => {
  await shell.close();
  for (const server of others.splice(0)) await new Promise((closed) => server.close(closed));
});

describe('a frontend that is switched off', () => {
  it('says so on its pages and shows nothing in its slots', async () => {
    shell = await startReleaseShell((dir) => ({ catalog: { stable: catalog(dir, 'open'), isOff: true } }));
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
    shell = await startReleaseShell(
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
    const stranger = openBrowser(shell);
    expect((await stranger.get(path)).headers.get('location')).toBe('/?q=1');
    expect(stranger.jar.size).toBe(0);

    const developer = openBrowser(shell, { '__Host-plaza_session': 'developer' });
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

describe('a build on the machine of a developer', () => {
  it('is left to their browser, which may load it from there and from nowhere else', async () => {
    shell = await startReleaseShell(
      (dir) => ({ catalog: { stable: catalog(dir, 'the released one') } }),
      async (request, response) => {
        if (request.url !== '/internal/releases/override') return void response.writeHead(404).end();
        const question = JSON.parse((await request.toArray()).join(''));
        const isAllowed = question.cookie.includes('plaza_session=developer') && question.version === null;
        response.end(
          JSON.stringify(isAllowed ? { ok: true, release: null } : { ok: false, code: 'not_allowed' }),
        );
      },
    );
    const path = '/?plaza-release=catalog@localhost:5190';
    const stranger = openBrowser(shell);
    await stranger.get(path);
    expect(stranger.jar.size).toBe(0);
    expect((await stranger.get('/')).headers.get('content-security-policy')).not.toContain('localhost:5190');

    const developer = openBrowser(shell, { '__Host-plaza_session': 'developer' });
    await developer.get(path);
    const { html, headers, status } = await developer.get('/');
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('private, no-store');
    expect(html).not.toContain('the released one');
    const { page, overrides, registry, trials } = bootOf(html);
    expect({ page, overrides, trials }).toEqual({
      page: null,
      overrides: ['catalog@localhost:5190'],
      trials: [],
    });
    // Nothing that was released is shown for it.
    expect(registry.catalog).toMatchObject({
      version: 'localhost:5190',
      baseUrl: 'http://localhost:5190/',
      previous: null,
    });
    const policy = headers.get('content-security-policy') ?? '';
    for (const kind of ['script-src', 'style-src-elem', 'connect-src', 'img-src'])
      expect(policy).toMatch(new RegExp(`${kind} 'self'[^;]* http://localhost:5190[ ;]`));
    // An address that no release has yet may be one of that build.
    expect((await developer.get('/not-released-yet')).status).toBe(200);

    await developer.get('/?plaza-release=none');
    expect((await developer.get('/')).html).toContain('the released one');
  });
});

describe('the registry', () => {
  it('comes from the BFF, and its last answer holds while the BFF is away', async () => {
    const bff: { registry: Registry | null; etag: string; asked: (string | undefined)[] } = {
      registry: null,
      etag: '"1"',
      asked: [],
    };
    shell = await startReleaseShell(
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
    shell = await startReleaseShell((dir) => {
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
