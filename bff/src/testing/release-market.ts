import { createHash } from 'node:crypto';
import { type Manifest, manifestSchema } from '@plaza/contracts/manifest';
import type { Services } from '../platform/services.ts';
import type { TestBff } from './start-test-bff.ts';

/** A build of a frontend; another `content` is another build. */
export function manifestOf(frontend: string, content: string, changes: Partial<Manifest> = {}): Manifest {
  const version = createHash('sha256').update(`${frontend} ${content}`).digest('hex').slice(0, 16);
  const integrity = `sha384-${createHash('sha384').update(content).digest('base64')}`;
  const pages = [
    { path: `/${frontend}`, expose: 'home', access: 'public' as const, sharedMaxAgeSeconds: 60 },
  ];
  return manifestSchema.parse({
    schema: 1,
    declaration: {
      name: frontend,
      title: `Title of ${frontend}`,
      team: `Team of ${frontend}`,
      pages,
      slots: ['box'],
      uses: [],
      data: ['catalog'],
      budget: { scriptKb: 60, styleKb: 12, lcpMs: 2_500 },
    },
    release: {
      version,
      baseUrl: `/remotes/${frontend}/${version}/`,
      entry: 'remoteEntry.js',
      serverEntry: 'server/remoteEntry.js',
      integrity: { 'remoteEntry.js': integrity },
      stylesheets: [],
      exposes: { home: { scripts: [] }, box: { scripts: [] } },
      pages,
    },
    commit: 'abcdef0',
    note: `Build ${content}`,
    builtAt: '2026-11-21T12:00:00.000Z',
    procedures: { 'catalog.home': { kind: 'query', input: null, output: { type: 'object' } } },
    events: { product_viewed: { type: 'object' } },
    shared: { react: { version: '19.3.1', exports: ['useState'] } },
    slots: { offers: { box: '{ size: number }' }, uses: {} },
    sizes: {
      scriptBytes: 50_000,
      styleBytes: 4_000,
      dearestPage: { expose: 'home', scriptBytes: 40_000 },
      exposes: { home: 30_000, box: 5_000 },
    },
    ...changes,
  });
}

/** What programs ask of a served BFF. */
export function createReleaseClient(bff: TestBff, services: Services) {
  const inside = `Bearer ${services.env.INTERNAL_TOKEN}`;
  const ask = async (path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const response = await fetch(bff.url + path, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: inside, 'content-type': 'application/json', ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text && JSON.parse(text) };
  };
  const bearer = (token: string | undefined) => (token ? { authorization: `Bearer ${token}` } : {});
  return {
    ask,
    register: (manifest: Manifest, token?: string) => ask('/api/releases', { manifest }, bearer(token)),
    activate: ({ declaration, release }: Manifest, token?: string) =>
      ask(
        '/api/releases/activate',
        { frontend: declaration.name, version: release.version, reason: 'A test of it' },
        bearer(token),
      ),
    startCanary: ({ declaration, release }: Manifest, audience: unknown, token?: string) =>
      ask(
        '/api/releases/canary',
        { frontend: declaration.name, version: release.version, audience, reason: 'A test of it' },
        bearer(token),
      ),
    registry: (headers: Record<string, string> = {}) =>
      ask('/internal/releases/registry', undefined, headers),
  };
}
export type ReleaseClient = ReturnType<typeof createReleaseClient>;
