import type { IncomingMessage, ServerResponse } from 'node:http';
import { Agent } from 'node:http';
import type { Socket } from 'node:net';
import { IDLE_CONNECTION_MS } from '@plaza/edge/server-limits';
import { createProxyServer } from 'http-proxy-3';
import type { Logger } from 'pino';

const UPSTREAM_TIMEOUT_MS = 30_000;

export interface ProxyRoute {
  /** Prefix of the path, kept as it is on the way: `/api`. */
  prefix: string;
  target: string;
}

export interface Proxy {
  /** Hands a request on; false when no route covers its path. */
  handle(request: IncomingMessage, response: ServerResponse): boolean;
  /** Hands a web socket on; false when no route covers its path. */
  upgrade(request: IncomingMessage, socket: Socket, head: Buffer): boolean;
  close(): void;
}

/** The route that covers a path: the prefix itself or something below it. The longest prefix wins. */
export function pickRoute(routes: readonly ProxyRoute[], url: string): ProxyRoute | undefined {
  const path = url.split('?', 1)[0] ?? '';
  return routes
    .filter(({ prefix }) => path === prefix || path.startsWith(`${prefix}/`))
    .sort((a, b) => b.prefix.length - a.prefix.length)[0];
}

/** Passes whole path trees to other processes, streaming both ways. An upstream that is away is told apart by a clear answer. */
export function createProxy(routes: readonly ProxyRoute[], log: Logger): Proxy {
  const agent = new Agent({
    keepAlive: true,
    maxSockets: 256,
    scheduling: 'lifo',
    timeout: IDLE_CONNECTION_MS,
  });
  const server = createProxyServer({ agent, xfwd: true, proxyTimeout: UPSTREAM_TIMEOUT_MS });

  // A web socket keeps its connection for itself: no agent, and no limit on silence.
  const socketServer = createProxyServer({ xfwd: true });
  const onError: Parameters<typeof server.on<'error'>>[1] = (error, request, responseOrSocket) => {
    log.warn({ err: error, url: request?.url }, 'an upstream did not answer');
    if (!responseOrSocket) return;
    if ('writeHead' in responseOrSocket) answerUnavailable(responseOrSocket, error);
    else responseOrSocket.destroy();
  };
  server.on('error', onError);
  socketServer.on('error', onError);

  return {
    handle(request, response) {
      const route = pickRoute(routes, request.url ?? '');
      if (!route) return false;
      server.web(request, response, { target: route.target });
      return true;
    },
    upgrade(request, socket, head) {
      const route = pickRoute(routes, request.url ?? '');
      if (!route) return false;
      socketServer.ws(request, socket, head, { target: route.target });
      return true;
    },
    close() {
      agent.destroy();
      server.close();
      socketServer.close();
    },
  };
}

function answerUnavailable(response: ServerResponse, error: Error & { code?: string }): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const isTimeout = error.code === 'ECONNRESET' || error.code === 'ETIMEDOUT';
  const status = error.code === 'ECONNREFUSED' ? 503 : isTimeout ? 504 : 502;
  const message = 'This part of the shop is not answering. Try again in a moment.';
  response.writeHead(status, {
    'content-type': 'application/json',
    'retry-after': '2',
    'cache-control': 'no-store',
  });
  response.end(JSON.stringify({ error: { code: 'UPSTREAM_UNAVAILABLE', message } }));
}
