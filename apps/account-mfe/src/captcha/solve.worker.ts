import type { CaptchaChallenge } from '@plaza/contracts';
import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';

/** Takes one puzzle, answers its solution, or null when it took too long. */
self.addEventListener('message', async ({ data: challenge }: MessageEvent<CaptchaChallenge>) => {
  self.postMessage(await solveChallenge({ challenge, deriveKey }));
});
