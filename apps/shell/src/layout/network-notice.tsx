import { Container } from '@plaza/ui/container';
import { OfflineNotice } from '@plaza/ui/states';
import { useIsOnline } from './use-is-online.ts';

/** Says that the network is gone, while it is. */
export function NetworkNotice() {
  if (useIsOnline() !== false) return null;
  return (
    <Container className="pt-3">
      <OfflineNotice />
    </Container>
  );
}
