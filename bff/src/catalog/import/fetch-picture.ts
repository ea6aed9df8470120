import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import { MAX_PICTURE_BYTES, type Picture } from '@plaza/contracts';
import type { PictureStorage } from '../../platform/storage.ts';
import { recodePicture } from '../recode-picture.ts';

const TIMEOUT_MS = 10_000;
const MAX_REDIRECTS = 3;
/** Sides of a picture that nobody could measure. */
const UNKNOWN_SIDE_PX = 800;

/** Addresses that a catalogue from outside has no business with: this machine and the networks behind it. */
const INTERNAL = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  INTERNAL.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
] as const)
  INTERNAL.addSubnet(network, prefix, 'ipv6');

export interface FetchPictureOptions {
  /** For tests, whose pictures come from this machine. */
  allowInternal?: boolean;
  timeoutMs?: number;
}

/** Fetches a picture into the storage, written anew as an upload is. Whatever stands in the way, the link is kept instead; never throws. */
export async function fetchPicture(
  storage: PictureStorage,
  url: string,
  options: FetchPictureOptions = {},
): Promise<Omit<Picture, 'alt'> & { isFetched: boolean }> {
  try {
    const picture = await recodePicture(await download(url, options));
    if (picture) {
      const { bytes, width, height, extension } = picture;
      return { url: await storage.put(bytes, extension), width, height, isFetched: true };
    }
  } catch {
    // The link is kept: the shop still shows the picture where the visitor's browser can load it.
  }
  const link = url.replace(/^http:/, 'https:');
  return { url: link, width: UNKNOWN_SIDE_PX, height: UNKNOWN_SIDE_PX, isFetched: false };
}

async function download(url: string, options: FetchPictureOptions): Promise<Uint8Array> {
  const signal = AbortSignal.timeout(options.timeoutMs ?? TIMEOUT_MS);
  let next = new URL(url);
  for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
    if (!options.allowInternal) await refuseInternal(next);
    const response = await fetch(next, { signal, redirect: 'manual', headers: { accept: 'image/*' } });
    const location = response.headers.get('location');
    if (response.status >= 300 && response.status < 400 && location !== null) {
      await response.body?.cancel();
      next = new URL(location, next);
      continue;
    }
    if (!response.ok || !response.body) throw new Error(`status ${response.status}`);
    return readBounded(response.body);
  }
  throw new Error('too many redirects');
}

async function refuseInternal(url: URL): Promise<void> {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new Error('not a web address');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const addresses = isIP(host) ? [host] : (await lookup(host, { all: true })).map(({ address }) => address);
  const isInternal = addresses.some((address) =>
    INTERNAL.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4'),
  );
  if (isInternal) throw new Error('an internal address');
}

async function readBounded(body: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > MAX_PICTURE_BYTES) throw new Error('too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
