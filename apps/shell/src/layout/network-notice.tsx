import { Container } from '@plaza/ui/container';
import { OfflineNotice } from '@plaza/ui/states';
import { useSyncExternalStore } from 'react';

/** Says that the network is gone, while it is. */
export function NetworkNotice() {
  const isOnline = useSyncExternalStore(
    onNetworkChange,
    () => navigator.onLine,
    () => true,
  );
  if (isOnline) return null;
  return (
    <Container className="pt-3">
      <OfflineNotice />
    </Container>
  );
}

function onNetworkChange(listener: () => void): () => void {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}
