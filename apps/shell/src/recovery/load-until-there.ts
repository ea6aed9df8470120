import type { RemoteModuleName } from '@plaza/contracts/remotes';
import type { RemoteModule, Remotes } from '../remotes/remotes.ts';
import { scheduleRetry } from './schedule-retry.ts';

export interface LongLoad {
  /** Never rejects. */
  module: Promise<RemoteModule>;
  /** Nobody needs it any more. */
  stop: () => void;
}

/**
 * Fetches a part however often it takes, ever more rarely. For what the server has drawn: its HTML stays until React can
 * take it over.
 * @param onFirstFailure called when it is not there at once
 */
export function loadUntilThere(
  remotes: Remotes,
  name: RemoteModuleName,
  onFirstFailure: () => void,
): LongLoad {
  let callOff = () => {};
  let isNeeded = true;
  const attempt = (failures: number): Promise<RemoteModule> =>
    remotes.load(name).catch(() => {
      if (failures === 0) onFirstFailure();
      return new Promise((resolve) => {
        if (!isNeeded) return;
        callOff = scheduleRetry(() => {
          remotes.forgetFailure(name);
          resolve(attempt(failures + 1));
        }, failures);
      });
    });
  return {
    module: attempt(0),
    stop() {
      isNeeded = false;
      callOff();
    },
  };
}
