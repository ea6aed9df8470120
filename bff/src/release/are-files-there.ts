import type { Release } from '@plaza/contracts/registry';
import type { Services } from '../platform/services.ts';

const TIMEOUT_MS = 1_500;
const GONE = [404, 410];

/**
 * Whether a release still lies where it was published. Only a plain no counts: while nobody answers, releases must still
 * come and go, and the shell has its own ways with files that fail.
 */
export async function areFilesThere(
  { env, log }: Pick<Services, 'env' | 'log'>,
  { baseUrl, entry }: Release,
): Promise<boolean> {
  const url = new URL(baseUrl + entry, env.PUBLIC_URL);
  try {
    const response = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(TIMEOUT_MS) });
    return !GONE.includes(response.status);
  } catch (error) {
    log.warn({ err: error, url: url.href }, 'whether a release is there could not be asked');
    return true;
  }
}
