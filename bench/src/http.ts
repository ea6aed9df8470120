import http from 'node:http';

interface Answer {
  status: number;
  body: string;
  headers: http.IncomingHttpHeaders;
}

/** A keep-alive client with a fixed number of connections; small, so that it takes little of the cores it measures. */
export interface Client {
  send(
    method: 'GET' | 'POST',
    url: string,
    options?: { body?: string; headers?: Record<string, string> },
  ): Promise<Answer>;
  close(): void;
}

export function createClient(connections: number, timeoutMs = 30_000): Client {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections, scheduling: 'fifo' });
  return {
    send: (method, url, options = {}) =>
      new Promise((resolve, reject) => {
        const headers: Record<string, string> = { ...options.headers };
        if (options.body !== undefined) {
          headers['content-type'] ??= 'application/json';
          headers['content-length'] = String(Buffer.byteLength(options.body));
        }
        const request = http.request(url, { method, agent, headers, timeout: timeoutMs }, (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              body: Buffer.concat(chunks).toString(),
              headers: response.headers,
            }),
          );
        });
        request.on('timeout', () =>
          request.destroy(new Error(`No answer from ${url} within ${timeoutMs} ms`)),
        );
        request.on('error', reject);
        request.end(options.body);
      }),
    close: () => agent.destroy(),
  };
}
