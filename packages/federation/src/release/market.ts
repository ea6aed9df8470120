import type { CanaryAudience } from '@plaza/contracts';
import {
  type Contract,
  contractSchema,
  type Manifest,
  registerReleaseAnswer,
  releaseChangeAnswer,
} from '@plaza/contracts/manifest';
import { z } from 'zod';
import { type ShellContract, shellContractSchema } from './contract/shell-contract.ts';
import type { MarketAccess } from './env.ts';

const TIMEOUT_MS = 30_000;
/** A step that is cut off is asked for again: all of them may be repeated. */
const ATTEMPTS = 3;
const PAUSE_MS = 500;

/** A shell looks every second what there is. */
const SHOWN_TIMEOUT_MS = 15_000;
const SHOWN_POLL_MS = 100;

const stateSchema = z.object({
  version: z.string().nullable(),
  canary: z.object({ version: z.string(), status: z.string() }).optional(),
});
const healthSchema = z.object({
  parts: z.object({ shell: z.object({ remotes: z.record(z.string(), stateSchema) }) }),
});

const refusalSchema = z.object({ error: z.object({ message: z.string() }) });

/** Which release, and why. */
interface Change {
  frontend: string;
  version: string;
  reason: string;
}

/** The running market, as the release command sees it. Everything may be asked again without harm. */
export interface Market {
  readShell(): Promise<ShellContract>;
  readContract(): Promise<Contract>;
  /** @returns whether it was not known before */
  register(manifest: Manifest, note: string | undefined): Promise<boolean>;
  /** @returns whether that changed anything */
  activate(change: Change): Promise<boolean>;
  startCanary(change: Change & { audience: CanaryAudience }): Promise<boolean>;
  /** Resolves when the shell renders with a release. @throws when it does not within some seconds */
  waitUntilShown(frontend: string, version: string): Promise<void>;
}

export function openMarket({ url, token }: Pick<MarketAccess, 'url' | 'token'>): Market {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const ask = async (path: string, body?: unknown): Promise<unknown> => {
    const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
    const response = await send(`${url}${path}`, { ...init, headers });
    if (response.ok) return response.json();
    const refusal = refusalSchema.safeParse(await response.json().catch(() => null));
    throw new Error(
      refusal.success ? refusal.data.error.message : `${url}${path} answered ${response.status}.`,
    );
  };
  return {
    readShell: async () => shellContractSchema.parse(await ask('/contract.json')),
    readContract: async () => contractSchema.parse(await ask('/api/releases/contract')),
    register: async (manifest, note) =>
      registerReleaseAnswer.parse(await ask('/api/releases', { manifest, ...(note && { note }) })).isNew,
    activate: async (change) =>
      releaseChangeAnswer.parse(await ask('/api/releases/activate', change)).isChanged,
    startCanary: async (change) =>
      releaseChangeAnswer.parse(await ask('/api/releases/canary', change)).isChanged,
    async waitUntilShown(frontend, version) {
      const endsAt = Date.now() + SHOWN_TIMEOUT_MS;
      while (Date.now() < endsAt) {
        // Also one that is not well says what it shows.
        const health = healthSchema.safeParse(
          await (await send(`${url}/healthz`, {})).json().catch(() => null),
        );
        const state = health.data?.parts.shell.remotes[frontend];
        if (
          state?.version === version ||
          (state?.canary?.version === version && state.canary.status === 'ok')
        )
          return;
        await new Promise((resolve) => setTimeout(resolve, SHOWN_POLL_MS));
      }
      throw new Error(
        `The shell does not show ${frontend} ${version}: its log says why. Roll it back in the administration.`,
      );
    },
  };
}

async function send(url: string, init: RequestInit, attempt = 1): Promise<Response> {
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (response.status < 500 || response.status === 503 || attempt === ATTEMPTS) return response;
  } catch (error) {
    if (attempt === ATTEMPTS) throw new Error(`${new URL(url).origin} does not answer: ${String(error)}`);
  }
  await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * attempt));
  return send(url, init, attempt + 1);
}
