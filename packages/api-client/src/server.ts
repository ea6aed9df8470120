import { Agent, request } from 'node:http';
import type { AppRouter } from '@plaza/bff/router';
import { createTRPCClient } from '@trpc/client';
import { httpLink } from '@trpc/client/links/httpLink';
import type { ApiClient } from './api.ts';

/** The largest answer that a page may be built from. */
const MAX_ANSWER_BYTES = 8_000_000;

export interface ServerClientOptions {
  /** Address of the BFF's tRPC endpoint, plain http inside the network. */
  url: string;
  /** Covers one call from the first byte sent to the last received. */
  timeoutMs: number;
  agent: Agent;
  /** Sent with every call: what continues a trace, and the visitor's cookies for pages that are private to them. */
  headers?: Readonly<Record<string, string>>;
}

/** Connections to the BFF that stay open between calls. */
export const createAgent = (maxSockets = 64): Agent =>
  new Agent({ keepAlive: true, maxSockets, scheduling: 'lifo' });

/**
 * A client for loaders that run in the shell's server: queries only. A BFF that is away, slow or too talkative throws.
 */
export function createServerClient({ url, timeoutMs, agent, headers = {} }: ServerClientOptions): ApiClient {
  return createTRPCClient<AppRouter>({
    links: [
      httpLink({
        url,
        fetch: (address, init) => getJson(String(address), toHeaders(init?.headers), { agent, timeoutMs }),
        headers,
      }),
    ],
  });
}

const toHeaders = (headers: RequestInit['headers']): Record<string, string> => ({
  accept: 'application/json',
  ...Object.fromEntries(new Headers(headers)),
});

/** What tRPC needs of fetch for queries, on node:http: several times cheaper per call than fetch itself. */
function getJson(
  url: string,
  headers: Record<string, string>,
  { agent, timeoutMs }: { agent: Agent; timeoutMs: number },
) {
  return new Promise<{ ok: boolean; status: number; json(): Promise<unknown> }>((resolve, reject) => {
    const outgoing = request(url, { headers, agent }, (incoming) => {
      const chunks: Buffer[] = [];
      let size = 0;
      incoming.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > MAX_ANSWER_BYTES)
          outgoing.destroy(new Error(`the BFF answered more than ${MAX_ANSWER_BYTES} bytes`));
        else chunks.push(chunk);
      });
      incoming.on('error', reject);
      incoming.on('end', () => {
        clearTimeout(timer);
        const status = incoming.statusCode ?? 0;
        const text = Buffer.concat(chunks).toString();
        resolve({ ok: status >= 200 && status < 300, status, json: async () => JSON.parse(text) });
      });
    });
    const timer = setTimeout(
      () => outgoing.destroy(new Error(`the BFF did not answer within ${timeoutMs} ms`)),
      timeoutMs,
    );
    outgoing.on('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    outgoing.end();
  });
}
