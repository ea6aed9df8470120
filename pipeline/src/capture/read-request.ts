import type { HttpBindings } from '@hono/node-server';
import { remoteAddressOf } from '@plaza/edge/remote-address';
import type { Context } from 'hono';
import type { Around } from './read-envelope.ts';

export type CaptureEnv = { Bindings: Partial<HttpBindings> };

/** The body of a request, or what stands for it in the address: old SDKs load a picture. */
export async function readBytes(c: Context<CaptureEnv>): Promise<Uint8Array> {
  if (c.req.method === 'GET') return new TextEncoder().encode(c.req.query('data') ?? '');
  return new Uint8Array(await c.req.arrayBuffer());
}

export function readAround(c: Context<CaptureEnv>): Around {
  const [scheme, bearer] = c.req.header('authorization')?.split(' ') ?? [];
  return {
    sentAt: c.req.header('posthog-request-timestamp') ?? c.req.query('sent_at') ?? c.req.query('_'),
    apiKey: scheme === 'Bearer' ? bearer : (c.req.query('api_key') ?? c.req.query('token')),
    library: c.req.header('posthog-sdk-info')?.split('/')[0],
  };
}

/** The address that a request came from, behind so many proxies of ours. */
export function readAddress(c: Context<CaptureEnv>, trustedProxies: number): string {
  const socket = c.env?.incoming?.socket.remoteAddress;
  return remoteAddressOf(c.req.header('x-forwarded-for'), socket, trustedProxies);
}
