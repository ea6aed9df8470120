import type { Registry, Release } from '@plaza/contracts/registry';
import type { Boot } from '../document/boot.ts';
import { writeFakeRelease } from './fake-release.ts';
import { startTestShell, type TestReleases, type TestShell } from './test-shell.ts';

export const HOME_AT: Release['pages'] = [
  { path: '/', expose: 'home', access: 'public', sharedMaxAgeSeconds: 60 },
];
export const SLOT = "return { default: () => h('b', null, 'slot is here') };";
const home = (text: string) =>
  `return { default: () => h('h1', null, '${text}'), loader: async () => ({ kind: 'ok', data: 1 }), head: () => ({ title: 'Home' }) };`;

/** A release of the catalog whose home says this. */
export const catalog = (dir: string, text: string): Release =>
  writeFakeRelease(dir, 'catalog', { home: home(text), 'search-box': SLOT, 'category-menu': SLOT }, HOME_AT);

type Canary = NonNullable<Registry['remotes'][string]['canary']>;
export const canary = (release: Release, audience: Canary['audience']): { canary: Canary } => ({
  canary: { release, audience, isHeld: false },
});

/** A shell whose BFF has no data. @param internal what the BFF answers to the shell itself */
export const startReleaseShell = (
  releases: (dir: string) => TestReleases,
  internal?: Parameters<typeof startTestShell>[0]['internal'],
): Promise<TestShell> =>
  startTestShell({
    bff: (_, response) => response.end('{"result":{"data":{}}}'),
    releases,
    ...(internal && { internal }),
  });

/** What a document says of itself to the browser. */
export const bootOf = (html: string): Boot =>
  JSON.parse(/<script type="application\/json" id="plaza-boot">(.*?)<\/script>/s.exec(html)?.[1] ?? '{}');

/** A browser that keeps the cookies it is given. */
export function openBrowser(shell: TestShell, cookies: Record<string, string> = {}) {
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
