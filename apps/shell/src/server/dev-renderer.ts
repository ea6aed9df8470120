import { createAgent } from '@plaza/api-client/server';
import { type Release, releaseWithoutFiles } from '@plaza/contracts/registry';
import { traceHeaders } from '@plaza/tracing/requests';
import pino from 'pino';
import type { Env } from '../env.ts';
import { RegistrySource } from '../releases/registry-source.ts';
import { createDevRemotes, devDeclarations } from '../remotes/dev-remotes.ts';
import { loadRelease, nothingLoaded } from '../remotes/load-release.ts';
import { ReleaseStore, type StoredRelease } from '../remotes/release-store.ts';
import { Combinations } from './combinations.ts';
import { followRegistry } from './follow-registry.ts';
import { type RenderedPage, renderPage } from './render-page.tsx';

/** The refresh runtime of React must be there before React is; then comes Vite's own client. */
const REFRESH = `<script type="module">import { injectIntoGlobalHook } from "/@react-refresh";
injectIntoGlobalHook(window); window.$RefreshReg$ = () => {}; window.$RefreshSig$ = () => (type) => type;</script>
<script type="module" src="/@vite/client"></script>`;

let running:
  | { source: RegistrySource; store: ReleaseStore; agent: ReturnType<typeof createAgent> }
  | undefined;

const fromSource = (pages: Release['pages']): StoredRelease => ({
  release: releaseWithoutFiles('source', pages),
  loaded: nothingLoaded(),
});

/**
 * Renders a page from the sources. Vite evaluates this file anew when something below it has changed, so that what it
 * answers is always as the sources are.
 */
export async function renderForDevelopment(
  env: Env,
  input: { href: string; cookie: string | undefined; appDir: string },
): Promise<RenderedPage> {
  const log = pino({ name: 'shell', level: env.LOG_LEVEL });
  if (!running) {
    const source = new RegistrySource({
      bffUrl: env.BFF_URL,
      internalToken: env.INTERNAL_TOKEN,
      registryFile: env.REGISTRY_FILE,
      log,
    });
    const store = new ReleaseStore({ remotesDir: env.REMOTES_DIR, load: loadRelease, log });
    const stop = await followRegistry(source, store);
    running = { source, store, agent: createAgent() };
    import.meta.hot?.dispose(stop);
  }
  const { source, store, agent } = running;
  const styles = [
    '/src/styles.css',
    ...devDeclarations.map(({ name }) => `/@fs${input.appDir}/../${name}-mfe/src/styles.css`),
  ];
  const links = styles.map((url) => `<link rel="stylesheet" href="${url}">`).join('');
  const shell = {
    clientEntry: '/src/entry-client.tsx',
    scripts: [],
    inlineStyles: new Map(),
    devHead: REFRESH + links,
  };
  const { remotes, assets, routing } = new Combinations({
    store,
    shell,
    publicUrl: env.PUBLIC_URL,
    log,
  }).get(source.current, new Map(devDeclarations.map(({ name, pages }) => [name, fromSource(pages)])));
  const devRemotes = createDevRemotes(remotes);
  await devRemotes.loadAll();
  const route = routing.match(new URL(input.href, env.PUBLIC_URL).pathname);
  return renderPage(
    {
      remotes: devRemotes,
      routeTree: routing.tree,
      assets,
      key: 'sources',
      bffUrl: env.BFF_URL,
      publicUrl: env.PUBLIC_URL,
      agent,
      log,
    },
    {
      href: input.href,
      route,
      cookie: input.cookie,
      nonce: undefined,
      trials: [],
      overrides: [],
      traceHeaders: traceHeaders(),
    },
  );
}
