import { createAgent } from '@plaza/api-client/server';
import pino from 'pino';
import type { Env } from '../env.ts';
import { createDevRemotes, devRemoteNames } from '../remotes/dev-remotes.ts';
import { RemoteSnapshot } from '../remotes/remote-snapshot.ts';
import { RemoteStore } from '../remotes/remote-store.ts';
import { matchRoute } from './match-route.ts';
import { PageAssets } from './page-assets.ts';
import { type RenderedPage, renderPage } from './render-page.tsx';

/** The refresh runtime of React must be there before React is; then comes Vite's own client. */
const REFRESH = `<script type="module">import { injectIntoGlobalHook } from "/@react-refresh";
injectIntoGlobalHook(window); window.$RefreshReg$ = () => {}; window.$RefreshSig$ = () => (type) => type;</script>
<script type="module" src="/@vite/client"></script>`;

let running: { store: RemoteStore; agent: ReturnType<typeof createAgent> } | undefined;

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
    const store = new RemoteStore({ registryFile: env.REGISTRY_FILE, remotesDir: env.REMOTES_DIR, log });
    await store.start();
    running = { store, agent: createAgent() };
    import.meta.hot?.dispose(() => store.stop());
  }
  const { store, agent } = running;
  // A remote that comes from its source must not bring the styles and scripts of its release as well.
  const isReleased = ([remote]: [string, unknown]) => !devRemoteNames.includes(remote);
  const released = new RemoteSnapshot(new Map([...store.current.active].filter(isReleased)));
  const remotes = createDevRemotes(released);
  await remotes.loadAll();
  const styles = [
    '/src/styles.css',
    ...devRemoteNames.map((name) => `/@fs${input.appDir}/../${name}-mfe/src/styles.css`),
  ];
  const links = styles.map((url) => `<link rel="stylesheet" href="${url}">`).join('');
  const assets = new PageAssets(released, {
    clientEntry: '/src/entry-client.tsx',
    scripts: [],
    inlineStyles: new Map(),
    devHead: REFRESH + links,
  });
  const route = matchRoute(new URL(input.href, env.PUBLIC_URL).pathname);
  return renderPage(
    { remotes, assets, bffUrl: env.BFF_URL, publicUrl: env.PUBLIC_URL, agent, log },
    { href: input.href, route, cookie: input.cookie, nonce: undefined },
  );
}
