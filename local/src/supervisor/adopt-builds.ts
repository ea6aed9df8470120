import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { StoredBuild } from './build-market.ts';
import { step } from './steps.ts';
import type { Workplace } from './workplace.ts';

const TIMEOUT_MS = 20_000;
const answerSchema = z.object({
  releases: z.array(z.object({ frontend: z.string(), isActivated: z.boolean() })),
});

/**
 * Tells the BFF which builds there are: one that it has never seen goes live, and what somebody has decided in the
 * console stays.
 */
export async function adoptBuilds(workplace: Workplace, builds: readonly StoredBuild[]): Promise<void> {
  await step('releases', async () => {
    const manifests: unknown[] = builds.map(({ frontend, version }) =>
      JSON.parse(readFileSync(join(workplace.dataDir, 'remotes', frontend, version, 'release.json'), 'utf8')),
    );
    const response = await fetch(`${workplace.urlOf('bff')}/internal/releases/adopt`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${workplace.secrets.internalToken}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ manifests }),
      signal: AbortSignal.any([workplace.abort.signal, AbortSignal.timeout(TIMEOUT_MS)]),
    });
    if (!response.ok) throw new Error(`The BFF did not take the builds: ${await response.text()}`);
    const { releases } = answerSchema.parse(await response.json());
    const adopted = releases.filter(({ isActivated }) => isActivated).map(({ frontend }) => frontend);
    return adopted.length > 0 ? `live now: ${adopted.join(', ')}` : '';
  });
}
