import type { RegistrySource } from '../releases/registry-source.ts';
import type { ReleaseStore } from '../remotes/release-store.ts';

const POLL_MS = 1_000;

/**
 * Keeps up with the registry, one question after the other. A release that takes its time to load holds up neither the
 * next question nor another release. Resolves when the first registry has been gone through, with what stops it.
 */
export async function followRegistry(source: RegistrySource, store: ReleaseStore): Promise<() => void> {
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  const schedule = () => {
    if (isStopped) return;
    timer = setTimeout(() => void poll(), POLL_MS);
    timer.unref();
  };
  const poll = async () => {
    await source.refresh();
    void store.update(source.current);
    schedule();
  };
  await source.start();
  await store.update(source.current);
  schedule();
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}
