import { useSyncExternalStore } from 'react';

/** Whether the device has a network; null on the server, which cannot know. */
export const useIsOnline = (): boolean | null =>
  useSyncExternalStore(
    onNetworkChange,
    () => navigator.onLine,
    () => null,
  );

function onNetworkChange(listener: () => void): () => void {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}
