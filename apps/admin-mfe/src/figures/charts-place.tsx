import { LoadingLabel, Skeleton } from '@plaza/ui/skeleton';
import { type ReactNode, Suspense, useSyncExternalStore } from 'react';
import { figureMessages as texts } from './messages.ts';

const never = () => () => undefined;

/** Where charts appear once the browser has their library; as high as they will be, so that nothing moves. */
export function ChartsPlace({ className, children }: { className: string; children: ReactNode }) {
  const isHydrated = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const waiting = (
    <div className={className}>
      <LoadingLabel label={texts.loadingCharts} />
      <Skeleton className="size-full" />
    </div>
  );
  return isHydrated ? <Suspense fallback={waiting}>{children}</Suspense> : waiting;
}
