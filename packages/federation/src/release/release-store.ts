import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Manifest, manifestSchema } from '@plaza/contracts/manifest';
import { AwsClient } from 'aws4fetch';
import type { Bucket, MarketAccess } from './env.ts';
import { LOCAL_BASE, MANIFEST_FILE, storeRelease } from './store-release.ts';

const UPLOADS_AT_ONCE = 8;
const TYPES = new Map([
  ['js', 'text/javascript; charset=utf-8'],
  ['css', 'text/css; charset=utf-8'],
  ['json', 'application/json'],
  ['svg', 'image/svg+xml'],
  ['woff2', 'font/woff2'],
  ['webp', 'image/webp'],
  ['png', 'image/png'],
]);

/** Where releases lie for the shells of a market. */
export interface ReleaseStore {
  /** Address of the folder of all releases for browsers and shells, with a slash at its end. */
  base: string;
  /** Puts a build where it belongs, if it is not there. @returns the manifest that is stored */
  put(dist: string, manifest: Manifest): Promise<Manifest>;
}

export function openReleaseStore(store: MarketAccess['store']): ReleaseStore {
  if (store.kind === 'bucket')
    return { base: `${store.bucket.publicUrl}/`, put: (...build) => putIntoBucket(store.bucket, ...build) };
  const folderOf = ({ declaration, release }: Manifest) =>
    join(store.remotesDir, declaration.name, release.version);
  return {
    base: LOCAL_BASE,
    put: async (dist, manifest) => storeRelease(dist, manifest, folderOf(manifest)),
  };
}

/** The manifest goes last: where it is, everything is. */
async function putIntoBucket(bucket: Bucket, dist: string, manifest: Manifest): Promise<Manifest> {
  const { declaration, release } = manifest;
  const client = new AwsClient({
    accessKeyId: bucket.keyId,
    secretAccessKey: bucket.secret,
    region: bucket.region,
    service: 's3',
  });
  const urlOf = (file: string) => `${bucket.url}/${declaration.name}/${release.version}/${file}`;
  const known = await client.fetch(urlOf(MANIFEST_FILE));
  if (known.ok) return manifestSchema.parse(await known.json());
  await known.body?.cancel();
  const put = async (file: string, content: Uint8Array<ArrayBuffer> | string) => {
    const response = await client.fetch(urlOf(file), {
      method: 'PUT',
      body: content,
      headers: {
        'content-type': TYPES.get(file.split('.').at(-1) ?? '') ?? 'application/octet-stream',
        'cache-control': 'public, max-age=31536000, immutable',
      },
    });
    if (!response.ok)
      throw new Error(`The bucket did not take ${file}: ${response.status} ${await response.text()}`);
    await response.body?.cancel();
  };
  const waiting = Object.keys(release.integrity);
  const upload = async () => {
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop())
      await put(file, new Uint8Array(readFileSync(join(dist, file))));
  };
  await Promise.all(Array.from({ length: UPLOADS_AT_ONCE }, upload));
  await put(MANIFEST_FILE, JSON.stringify(manifest));
  return manifest;
}
