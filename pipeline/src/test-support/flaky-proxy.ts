import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** How the way to a server behaves. */
export type Weather =
  | 'clear'
  /** Nobody answers; connections that were open break. */
  | 'away'
  /** Requests arrive and are carried out, their answers are lost. */
  | 'answers lost'
  /** Everything arrives, late. */
  | 'slow'
  /** Connections stay open and nothing moves. */
  | 'frozen';

/** A lost answer takes the connection along, a late one comes after so long. */
const SLOW_MS = 250;

export interface FlakyProxy {
  url: string;
  setWeather(weather: Weather): void;
  /** How many requests or answers came to harm so far. */
  harmCount(): number;
  close(): Promise<void>;
}

/** Stands before a real server of any protocol over TCP, to take it away and bring it back. */
export async function createFlakyProxy(targetUrl: string): Promise<FlakyProxy> {
  const target = new URL(targetUrl);
  const sockets = new Set<Socket>();
  let weather: Weather = 'clear';
  let harmCount = 0;

  const open = (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
    if (weather === 'frozen') socket.pause();
  };
  const pass = (from: Socket, to: Socket) => {
    from.on('data', (data) => {
      if (weather !== 'slow') to.write(data);
      // Timers of equal length end in the order in which they began.
      else setTimeout(() => to.write(data), SLOW_MS);
    });
    from.on('close', () => to.destroy());
  };
  const server = createServer((client) => {
    open(client);
    if (weather === 'away') {
      harmCount += 1;
      client.destroy();
      return;
    }
    const upstream = connect(Number(target.port), target.hostname);
    open(upstream);
    pass(client, upstream);
    upstream.on('data', () => {
      if (weather !== 'answers lost') return;
      harmCount += 1;
      client.destroy();
    });
    pass(upstream, client);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (!isInet(address)) throw new Error('The proxy has no port.');
  const url = new URL(targetUrl);
  url.port = String(address.port);
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: url.href,
    harmCount: () => harmCount,
    setWeather(next) {
      weather = next;
      if (next === 'away') cut();
      for (const socket of sockets) {
        if (next === 'frozen') socket.pause();
        else socket.resume();
      }
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        cut();
      }),
  };
}

function isInet(address: AddressInfo | string | null): address is AddressInfo {
  return typeof address === 'object' && address !== null;
}
