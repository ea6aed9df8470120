import type { Release } from '@plaza/contracts/registry';
import { signInternalPass } from '@plaza/edge/internal-pass';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { writeContainer, writeFakeRelease } from '../testing/fake-release.ts';
import {
  bootOf,
  canary,
  catalog,
  HOME_AT,
  openBrowser,
  SLOT,
  startReleaseShell,
} from '../testing/release-shell.ts';
import { INTERNAL_TOKEN, type TestShell } from '../testing/test-shell.ts';

let shell: TestShell;
afterEach(() => shell.close());

describe('a canary', () => {
  it('is pinned to its visitor, in document and boot data alike, and nobody else keeps the document', async () => {
    let next: Release | undefined;
    shell = await startReleaseShell((dir) => {
      next = catalog(dir, 'the new one');
      return {
        catalog: { stable: catalog(dir, 'the old one'), ...canary(next, { kind: 'share', percent: 50 }) },
      };
    });
    const seen = new Set<string>();
    for (let count = 0; count < 40 && seen.size < 2; count += 1) {
      const browser = openBrowser(shell);
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
    shell = await startReleaseShell((dir) => ({
      account: writeFakeRelease(dir, 'account', { 'account-menu': SLOT }),
      checkout: writeFakeRelease(dir, 'checkout', { 'mini-cart': SLOT }),
      catalog: {
        stable: catalog(dir, 'the old one'),
        ...canary(catalog(dir, 'the new one'), { kind: 'internal' }),
      },
    }));
    const pass = signInternalPass(INTERNAL_TOKEN, new Date(Date.now() + 60_000));
    const staff = openBrowser(shell, { '__Host-plaza_internal': pass });
    const { html } = await staff.get('/');
    expect(html).toContain('the new one');
    const stranger = await openBrowser(shell).get('/');
    expect(stranger.html).toContain('the old one');
    expect(bootOf(stranger.html).trials).toEqual([]);

    shell.release({ ...shell.released, catalog: { ...shell.released.catalog, canary: null } });
    await vi.waitFor(async () => expect((await staff.get('/')).html).toContain('the old one'), 20_000);
    expect((await staff.get('/version-tag')).html).not.toBe(bootOf(html).versionTag);
    expect((await staff.get('/')).headers.get('cache-control')).toMatch(/^public/);
  });

  it('of countries goes by the address that a proxy of ours has seen', async () => {
    shell = await startReleaseShell((dir) => ({
      catalog: {
        stable: catalog(dir, 'the old one'),
        ...canary(catalog(dir, 'the new one'), { kind: 'countries', countries: ['DE'], percent: 100 }),
      },
    }));
    const from = async (address: string) =>
      (await openBrowser(shell).get('/', { 'x-forwarded-for': address })).html;
    expect(await from('87.122.1.1')).toContain('the new one');
    expect(await from('8.8.8.8')).toContain('the old one');
  });

  it('that this server cannot load leaves its visitors with the stable one, still as its visitors', async () => {
    shell = await startReleaseShell((dir) => ({
      catalog: {
        stable: catalog(dir, 'the old one'),
        ...canary(writeContainer(dir, 'catalog', 'throw new Error("bad")', ['home'], HOME_AT), {
          kind: 'newVisitors',
          percent: 100,
        }),
      },
    }));
    const { html, status } = await openBrowser(shell).get('/');
    expect(status).toBe(200);
    expect(html).toContain('the old one');
    expect(bootOf(html).trials).toEqual([expect.stringMatching(/^catalog@[0-9a-f]{16}:canary$/)]);
    const returning = await openBrowser(shell, { plaza_seen: '1' }).get('/');
    expect(bootOf(returning.html).trials).toEqual([]);
  });
});
