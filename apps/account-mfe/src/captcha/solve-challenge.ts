import type { CaptchaChallenge, CaptchaSolved } from '@plaza/contracts';
import { toTrustedWorkerUrl } from '@plaza/ui/trusted-worker';
import workerUrl from './solve.worker.ts?worker&url';

/**
 * Solves a puzzle in a worker, so that the page stays responsive.
 * @returns what a form sends as `captcha`
 * @throws when the browser cannot, or when it is told to stop
 */
export async function solveChallenge(challenge: CaptchaChallenge, signal: AbortSignal): Promise<string> {
  signal.throwIfAborted();
  const worker = new Worker(toTrustedWorkerUrl(workerUrl));
  try {
    const solution = await new Promise<CaptchaSolved['solution']>((resolve, reject) => {
      const fail = () => reject(new Error('The puzzle was not solved.'));
      worker.addEventListener('message', ({ data }: MessageEvent<CaptchaSolved['solution'] | null>) =>
        data === null ? fail() : resolve(data),
      );
      worker.addEventListener('error', fail);
      signal.addEventListener('abort', fail, { once: true });
      worker.postMessage(challenge);
    });
    const { counter, derivedKey } = solution;
    return btoa(JSON.stringify({ challenge, solution: { counter, derivedKey } }));
  } finally {
    worker.terminate();
  }
}
