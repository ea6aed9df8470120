import { frontendNameSchema, releaseVersionSchema } from '@plaza/contracts';
import { type Release, releaseSchema } from '@plaza/contracts/registry';
import type { Logger } from 'pino';
import { z } from 'zod';
import { isLocalVersion } from './local-version.ts';
import { openValue, signValue } from './signed-value.ts';

export const OVERRIDES_COOKIE = 'plaza_override';
export const OVERRIDES_KEPT_SECONDS = 2 * 3_600;

const MAX_OVERRIDES = 10;
const ANSWER_WITHIN_MS = 2_000;

/** By frontend: a release or a build of their own that somebody has chosen, or that they want to see it switched off. */
export type Overrides = ReadonlyMap<string, string>;

const overrideSchema = z
  .string()
  .transform((text) => text.split('@'))
  .pipe(
    z.tuple([
      frontendNameSchema,
      releaseVersionSchema.or(z.literal('off')).or(z.string().refine(isLocalVersion)),
    ]),
  );

/** @returns null for what names no release of a frontend */
export function parseOverride(text: string): [frontend: string, version: string] | null {
  return overrideSchema.safeParse(text).data ?? null;
}

export const formatOverrides = (overrides: Overrides): string[] =>
  [...overrides].map(([frontend, version]) => `${frontend}@${version}`);

export function signOverrides(overrides: Overrides, secret: string, nowMs: number): string {
  return signValue({
    secret,
    purpose: OVERRIDES_COOKIE,
    value: formatOverrides(overrides).slice(-MAX_OVERRIDES).join('.'),
    expiresAtMs: nowMs + OVERRIDES_KEPT_SECONDS * 1_000,
  });
}

export function readOverrides(cookie: string | undefined, secret: string, nowMs: number): Overrides {
  const value = openValue({ secret, purpose: OVERRIDES_COOKIE, signed: cookie, nowMs });
  return new Map(
    (value ?? '').split('.').flatMap((text) => [parseOverride(text)].filter((one) => one !== null)),
  );
}

const answerSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), release: releaseSchema.nullable() }),
  z.object({ ok: z.literal(false), code: z.string() }),
]);

interface OverrideQuestion {
  /** Of the visitor who asks. */
  cookie: string;
  frontend: string;
  /** Null: whether they may override this frontend at all. */
  version: string | null;
}
export type AskOverride = (question: OverrideQuestion) => Promise<{ release: Release | null } | null>;

/** Asks the BFF whether a visitor may choose a release; null for no, and when it does not answer. */
export function createAskOverride(options: {
  bffUrl: string;
  internalToken: string;
  log: Logger;
}): AskOverride {
  return async (question) => {
    try {
      const response = await fetch(`${options.bffUrl}/internal/releases/override`, {
        method: 'POST',
        headers: { authorization: `Bearer ${options.internalToken}`, 'content-type': 'application/json' },
        body: JSON.stringify(question),
        signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      });
      if (!response.ok) throw new Error(`the BFF answered ${response.status}`);
      const answer = answerSchema.parse(await response.json());
      return answer.ok ? { release: answer.release } : null;
    } catch (error) {
      options.log.warn({ err: error }, 'whether somebody may choose a release cannot be asked');
      return null;
    }
  };
}
