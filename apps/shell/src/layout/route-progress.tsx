import { useRouterState } from '@tanstack/react-router';
import { messages } from '../messages.ts';

/** A line at the top of the screen while the next page is fetched; it waits a moment, so that fast pages do not flash. */
export function RouteProgress() {
  const isLoading = useRouterState({ select: ({ isLoading, status }) => isLoading && status === 'pending' });
  return (
    <div aria-live="polite" className="pointer-events-none fixed inset-x-0 top-0 z-50 h-0.5 overflow-hidden">
      {isLoading && (
        <div
          role="progressbar"
          aria-label={messages.pageLoading}
          className="h-full w-2/5 animate-slide bg-accent opacity-100 transition-opacity delay-200 duration-150 starting:opacity-0"
        />
      )}
    </div>
  );
}
