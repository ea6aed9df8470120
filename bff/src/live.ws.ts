import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { remoteAddressOf } from '@plaza/edge/remote-address';
import { applyWSSHandler } from '@trpc/server/adapters/ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { API_PATH, logError } from './api.http.ts';
import { createVisitor } from './identity/visitor.ts';
import { isSameOrigin } from './platform/same-origin.ts';
import type { Services } from './platform/services.ts';
import { appRouter } from './router.ts';

const MAX_MESSAGE_BYTES = 64 * 1024;
const MAX_SOCKETS = 20_000;
/** Many people may share an address: an office, a mobile network. */
const MAX_SOCKETS_PER_ADDRESS = 500;
const PING_INTERVAL_MS = 25_000;
const PONG_WAIT_MS = 10_000;

/** Serves subscriptions over web sockets at the API's path. Answers a function that tells all to come back later and closes. */
export function serveSockets(server: Server, services: Services): () => void {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_MESSAGE_BYTES,
    perMessageDeflate: false,
  });
  const countByAddress = new Map<string, number>();
  const addressOf = (request: IncomingMessage) =>
    remoteAddressOf(
      firstOf(request.headers['x-forwarded-for']),
      request.socket.remoteAddress,
      services.env.TRUSTED_PROXIES,
    );
  const publicOrigin = new URL(services.env.PUBLIC_URL).origin;

  const handler = applyWSSHandler({
    wss: sockets,
    router: appRouter,
    createContext: ({ req }) => ({
      services,
      visitor: createVisitor(services, {
        cookieHeader: req.headers.cookie,
        userAgent: req.headers['user-agent'] ?? '',
        remoteAddress: addressOf(req),
        setCookie: null,
      }),
      socket: { activeSubscriptions: 0 },
    }),
    keepAlive: { enabled: true, pingMs: PING_INTERVAL_MS, pongWaitMs: PONG_WAIT_MS },
    onError: ({ error, path }) => logError(services, error, path),
  });

  const refusalOf = (request: IncomingMessage, address: string): string | null => {
    if (new URL(request.url ?? '/', 'http://localhost').pathname !== API_PATH) return '404 Not Found';
    const { origin } = request.headers;
    const secFetchSite = firstOf(request.headers['sec-fetch-site']);
    // Cookies come with a web socket from any page: without this, other sites could listen as the visitor.
    if (!isSameOrigin({ origin, secFetchSite }, publicOrigin)) return '403 Forbidden';
    if (sockets.clients.size >= MAX_SOCKETS) return '503 Service Unavailable';
    if ((countByAddress.get(address) ?? 0) >= MAX_SOCKETS_PER_ADDRESS) return '429 Too Many Requests';
    return null;
  };
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    const address = addressOf(request);
    const refusal = refusalOf(request, address);
    if (refusal) {
      socket.end(`HTTP/1.1 ${refusal}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    sockets.handleUpgrade(request, socket, head, (client: WebSocket) => {
      countByAddress.set(address, (countByAddress.get(address) ?? 0) + 1);
      client.once('close', () => {
        const left = (countByAddress.get(address) ?? 1) - 1;
        if (left === 0) countByAddress.delete(address);
        else countByAddress.set(address, left);
      });
      sockets.emit('connection', client, request);
    });
  });
  return () => {
    handler.broadcastReconnectNotification();
    for (const client of sockets.clients) client.close(1012, 'The server restarts.');
    sockets.close();
  };
}

const firstOf = (header: string | string[] | undefined): string | undefined =>
  Array.isArray(header) ? header.join(',') : header;
