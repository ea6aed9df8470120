import { readFileSync } from 'node:fs';
import { z } from 'zod';

const httpUrl = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ''));

const envSchema = z
  .object({
    /** Written by `npm start` while a market runs on this machine. */
    PLAZA_RUN_FILE: z.string().min(1).optional(),
    /** A market elsewhere, and a token for one of its frontends. */
    PLAZA_URL: httpUrl.optional(),
    PLAZA_RELEASE_TOKEN: z.string().min(1).optional(),
    /** Where that market serves releases from: a folder that is mounted here, or a bucket. */
    REMOTES_DIR: z.string().min(1).optional(),
    /** A bucket with the S3 protocol, with a path if releases lie below one: `https://s3.eu-central-1.amazonaws.com/plaza/remotes`. */
    RELEASES_S3_URL: httpUrl.optional(),
    /** How browsers and shells reach it, when by another address: that of a CDN. */
    RELEASES_PUBLIC_URL: httpUrl.optional(),
    RELEASES_S3_REGION: z.string().min(1).default('auto'),
    RELEASES_S3_KEY_ID: z.string().min(1).optional(),
    RELEASES_S3_SECRET: z.string().min(1).optional(),
  })
  .refine(
    ({ RELEASES_S3_URL, RELEASES_S3_KEY_ID, RELEASES_S3_SECRET }) =>
      !RELEASES_S3_URL || (RELEASES_S3_KEY_ID && RELEASES_S3_SECRET),
    {
      path: ['RELEASES_S3_URL'],
      error: 'needs RELEASES_S3_KEY_ID and RELEASES_S3_SECRET beside it',
    },
  );

const runSchema = z.object({
  publicUrl: httpUrl,
  internalToken: z.string().min(1),
  remotesDir: z.string().min(1),
});

export interface Bucket {
  url: string;
  publicUrl: string;
  region: string;
  keyId: string;
  secret: string;
}

/** The market that a release is for. */
export interface MarketAccess {
  url: string;
  token: string;
  store: { kind: 'folder'; remotesDir: string } | { kind: 'bucket'; bucket: Bucket };
}

/**
 * Finds the market: the one that PLAZA_URL names, else the one that runs on this machine.
 * @throws one line that says what is missing
 */
export function readMarketAccess(source: NodeJS.ProcessEnv = process.env): MarketAccess {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = envSchema.safeParse(present);
  if (!parsed.success)
    throw new Error(
      parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; '),
    );
  const env = parsed.data;
  const bucket = bucketOf(env);
  if (env.PLAZA_URL) {
    if (!env.PLAZA_RELEASE_TOKEN)
      throw new Error(
        'PLAZA_URL needs PLAZA_RELEASE_TOKEN: make one in the administration, under the frontend.',
      );
    const store =
      bucket ?? (env.REMOTES_DIR ? ({ kind: 'folder', remotesDir: env.REMOTES_DIR } as const) : undefined);
    if (!store)
      throw new Error('Say where that market takes releases from: RELEASES_S3_URL, or REMOTES_DIR.');
    return { url: env.PLAZA_URL, token: env.PLAZA_RELEASE_TOKEN, store };
  }
  if (!env.PLAZA_RUN_FILE)
    throw new Error(
      'No market runs here. Start one with "npm start", or set PLAZA_URL and PLAZA_RELEASE_TOKEN.',
    );
  const run = runSchema.parse(JSON.parse(readFileSync(env.PLAZA_RUN_FILE, 'utf8')));
  return {
    url: run.publicUrl,
    token: run.internalToken,
    store: bucket ?? { kind: 'folder', remotesDir: run.remotesDir },
  };
}

function bucketOf(env: z.output<typeof envSchema>): { kind: 'bucket'; bucket: Bucket } | undefined {
  const { RELEASES_S3_URL: url, RELEASES_S3_KEY_ID: keyId, RELEASES_S3_SECRET: secret } = env;
  if (!url || !keyId || !secret) return undefined;
  const { RELEASES_PUBLIC_URL: publicUrl = url, RELEASES_S3_REGION: region } = env;
  return { kind: 'bucket', bucket: { url, publicUrl, region, keyId, secret } };
}

/** Origin of the market: that of PLAZA_URL, else of the one that runs on this machine. @throws when there is neither */
export function readShopUrl(source: NodeJS.ProcessEnv = process.env): string {
  const { PLAZA_URL, PLAZA_RUN_FILE } = source;
  if (PLAZA_URL) return new URL(httpUrl.parse(PLAZA_URL)).origin;
  if (!PLAZA_RUN_FILE)
    throw new Error('No market runs here. Start one with "npm start", or name one by --shop.');
  return runSchema.parse(JSON.parse(readFileSync(PLAZA_RUN_FILE, 'utf8'))).publicUrl;
}

/** Whether a market of one's own is known to this command: local/run.mjs says where it is. */
export const isMarketHere = (): boolean => process.env.PLAZA_RUN_FILE !== undefined;

/** The environment of this command with more in it, for another. */
export const withEnvironment = (more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv => ({
  ...process.env,
  ...more,
});
