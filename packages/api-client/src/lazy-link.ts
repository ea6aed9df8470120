import type { AppRouter } from '@plaza/bff/router';
import type { OperationLink, TRPCLink } from '@trpc/client';
import { observable, type Unsubscribable } from '@trpc/server/observable';

/** A link whose code is fetched when the first operation needs it; a fetch that failed is tried again by the next. */
export const lazyLink =
  (load: () => Promise<TRPCLink<AppRouter>>): TRPCLink<AppRouter> =>
  (runtime) => {
    let loading: Promise<OperationLink<AppRouter>> | undefined;
    const start = () => {
      loading ??= load().then(
        (link) => link(runtime),
        (error: unknown) => {
          loading = undefined;
          throw error;
        },
      );
      return loading;
    };
    return (operation) =>
      observable((observer) => {
        let running: Unsubscribable | undefined;
        let stopped = false;
        start().then(
          (link) => {
            if (!stopped) running = link(operation).subscribe(observer);
          },
          (error) => observer.error(error),
        );
        return () => {
          stopped = true;
          running?.unsubscribe();
        };
      });
  };
