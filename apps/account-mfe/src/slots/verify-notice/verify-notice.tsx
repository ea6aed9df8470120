import type { SlotProps } from '@plaza/contracts/remotes';
import { useHost } from '@plaza/federation/host';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';

// Slots travel with every page: what hardly anybody is shown comes when somebody is.
const UnverifiedNotice = lazy(() => import('./unverified-notice.tsx'));

/** What to do for somebody whose address is not verified yet; nothing for everybody else. */
export function VerifyNotice(_props: SlotProps['account/verify-notice']) {
  const { api } = useHost();
  const { data: account } = useQuery(api.identity.me.queryOptions());
  if (!account || account.isEmailVerified) return null;
  return (
    <Suspense fallback={null}>
      <UnverifiedNotice email={account.email} />
    </Suspense>
  );
}
