import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { resolve } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import pino from 'pino';
import { createServer as createVite } from 'vite';
import type { Env } from '../env.ts';
import type { renderForDevelopment } from './dev-renderer.ts';
import { checkHealth } from './health.ts';
import { createProxy } from './proxy.ts';

/**
 * Runs the shell from its sources: pages are rendered anew for every request, and an edit of the shell or of a remote in
 * `VITE_DEV_REMOTES` shows up in the open page. Everything else is as in production.
 * @param build.appDir the folder of the shell
 */
export async function startDevServer(env: Env, { appDir }: { appDir: string }): Promise<void> {
  const log = pino({ name: 'shell', level: env.LOG_LEVEL });
  const server = createServer();
  const vite = await createVite({
    root: appDir,
    appType: 'custom',
    server: {
      middlewareMode: true,
      hmr: { server, path: '/@hmr' },
      fs: { allow: [resolve(appDir, '../..')] },
    },
  });
  const routes = env.PROXY_ROUTES.map(({ name, address }) => ({ prefix: name, target: address }));
  const proxy = createProxy(routes, log);

  const app = new Hono();
  app.get('/healthz', async (c) => {
    const health = await checkHealth(env.HEALTH_URLS);
    return c.json(health, health.status === 'ok' ? 200 : 503);
  });
  app.get(
    '/remotes/*',
    serveStatic({
      root: resolve(env.REMOTES_DIR),
      rewriteRequestPath: (path) => path.replace(/^\/remotes/, ''),
    }),
    (c) => c.text('Not found', 404),
  );
  app.get('*', async (c) => {
    const { pathname, search } = new URL(c.req.url);
    const renderer = await vite.ssrLoadModule('/src/server/dev-renderer.ts');
    // Vite answers untyped modules; this one is the file that the type is imported from.
    const render = renderer.renderForDevelopment as typeof renderForDevelopment;
    const page = await render(env, { href: pathname + search, cookie: c.req.header('cookie'), appDir });
    if (page.kind === 'redirect') return c.redirect(page.href, 302);
    return c.body(page.html, page.status, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
    });
  });
  app.onError((error, c) => {
    if (error instanceof Error) vite.ssrFixStacktrace(error);
    log.error({ err: error }, 'a page could not be rendered');
    return c.text(error.stack ?? String(error), 500);
  });

  const listener = getRequestListener(app.fetch);
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (proxy.handle(request, response)) return;
    vite.middlewares(request, response, () => void listener(request, response));
  });
  server.on('upgrade', (request, socket, head) => {
    if (request.url?.startsWith('/@hmr')) return;
    if (!(socket instanceof Socket) || !proxy.upgrade(request, socket, head)) socket.destroy();
  });
  await new Promise<void>((listening) => server.listen(env.PORT, env.HOST, listening));
  log.info(
    { host: env.HOST, port: env.PORT, publicUrl: env.PUBLIC_URL },
    'the shell listens, in development',
  );

  const close = () => void vite.close().finally(() => process.exit(0));
  process.once('SIGTERM', close);
  process.once('SIGINT', close);
}
