import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { readMarketAccess } from './env.ts';

let folder: string | undefined;
afterEach(() => folder && rmSync(folder, { recursive: true, force: true }));

const elsewhere = { PLAZA_URL: 'https://shop.example/', PLAZA_RELEASE_TOKEN: 'token' };
const bucket = {
  RELEASES_S3_URL: 'https://s3.example/releases',
  RELEASES_S3_KEY_ID: 'key',
  RELEASES_S3_SECRET: 'secret',
};

it('finds the market that runs on this machine', () => {
  folder = mkdtempSync(join(tmpdir(), 'plaza-run-'));
  const file = join(folder, 'run.json');
  writeFileSync(
    file,
    JSON.stringify({ publicUrl: 'http://localhost:3000', internalToken: 'internal', remotesDir: '/remotes' }),
  );
  expect(readMarketAccess({ PLAZA_RUN_FILE: file })).toEqual({
    url: 'http://localhost:3000',
    token: 'internal',
    store: { kind: 'folder', remotesDir: '/remotes' },
  });
});

it('finds another one by its address', () => {
  expect(readMarketAccess({ ...elsewhere, ...bucket, RELEASES_PUBLIC_URL: 'https://cdn.example' })).toEqual({
    url: 'https://shop.example',
    token: 'token',
    store: {
      kind: 'bucket',
      bucket: {
        url: 'https://s3.example/releases',
        publicUrl: 'https://cdn.example',
        region: 'auto',
        keyId: 'key',
        secret: 'secret',
      },
    },
  });
  expect(readMarketAccess({ ...elsewhere, REMOTES_DIR: '/mnt' }).store).toEqual({
    kind: 'folder',
    remotesDir: '/mnt',
  });
});

it.each([
  [{}, 'No market runs here.'],
  [{ PLAZA_URL: 'https://shop.example' }, 'PLAZA_URL needs PLAZA_RELEASE_TOKEN'],
  [elsewhere, 'Say where that market takes releases from'],
  [{ ...elsewhere, RELEASES_S3_URL: 'https://s3.example' }, 'RELEASES_S3_URL needs RELEASES_S3_KEY_ID'],
  [{ ...elsewhere, PLAZA_URL: 'shop' }, 'PLAZA_URL Invalid URL'],
])('says what is missing: %j', (env, problem) => expect(() => readMarketAccess(env)).toThrow(problem));
