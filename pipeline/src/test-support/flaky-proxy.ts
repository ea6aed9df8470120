import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** How the way to a store behaves. */
type Weather =
  | 'clear'
  /** Nobody answers. */
  | 'away'
  /** Requests arrive and are carried out, their answers are lost. */
  | 'answers lost';

export interface FlakyProxy {
  url: string;
  setWeather(weather: Weather): void;
  /** How many requests or answers came to harm so far. */
  harmCount(): number;
  close(): Promise<void>;
}

/** Stands before a real store, to take it away and bring it back. */
export async function createFlakyProxy(targetUrl: string): Promise<FlakyProxy> {
  const target = new URL(targetUrl);
  const sockets = new Set<Socket>();
  let weather: Weather = 'clear';
  let harmCount = 0;
  const server = createServer((client) => {
    sockets.add(client);
    client.on('error', () => {});
    client.on('close', () => sockets.delete(client));
    if (weather === 'away') {
      harmCount += 1;
      client.destroy();
      return;
    }
    const upstream = connect(Number(target.port), target.hostname);
    upstream.on('error', () => client.destroy());
    client.on('data', (data) => upstream.write(data));
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => client.destroy());
    upstream.on('data', (data) => {
      if (weather !== 'answers lost') {
        client.write(data);
        return;
      }
      harmCount += 1;
      client.destroy();
    });
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
