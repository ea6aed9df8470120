import type { RemotePageName } from '@plaza/contracts/remotes';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { NotFoundPage } from '../layout/not-found-page.tsx';
import { OffPage } from '../layout/off-page.tsx';
import { PageSkeleton } from '../layout/page-skeleton.tsx';
import { UnavailablePage } from '../layout/unavailable-page.tsx';
import { useRecovery } from '../recovery/use-recovery.ts';
import { RemotePart } from '../remotes/remote-part.tsx';
import { useShell } from '../shell-context.ts';
import type { LoadedPage } from './page-outcome.ts';

/** A page of a remote with the data that its loader found, or what stands in its place. */
export function PageView({ page, loaded }: { page: RemotePageName; loaded: LoadedPage }) {
  const { outcome, location } = loaded;
  const { retry, retrying } = usePageRetry(page, outcome.kind === 'unavailable');

  if (outcome.kind === 'not_found') return <NotFoundPage />;
  if (outcome.kind === 'off') return <OffPage />;
  if (outcome.kind !== 'ok') return <UnavailablePage onRetry={retry} retrying={retrying} />;
  return (
    <RemotePart
      // Another page of the same remote begins afresh, another search on the same page does not.
      key={`${page} ${Object.values(location.params).join(' ')}`}
      name={page}
      props={{ ...location, data: outcome.data }}
      loading={<PageSkeleton />}
      renderFallback={(onRetry) => <UnavailablePage onRetry={onRetry} />}
    />
  );
}

/** Loads a page again, by itself and when asked to; never the document, in which somebody may have typed something. */
function usePageRetry(page: RemotePageName, isAway: boolean): { retry: () => void; retrying: boolean } {
  const { remotes } = useShell();
  const router = useRouter();
  const [retrying, setRetrying] = useState(false);
  const [failures, setFailures] = useState(0);
  const retry = () => {
    setRetrying(true);
    remotes.forgetFailure(page);
    // Settled only when the loader is: until then no other try begins.
    void router.invalidate({ sync: true }).finally(() => {
      setRetrying(false);
      setFailures((count) => count + 1);
    });
  };
  useRecovery(isAway && !retrying ? failures : null, retry);
  useEffect(() => {
    if (!isAway) setFailures(0);
  }, [isAway]);
  return { retry, retrying };
}
