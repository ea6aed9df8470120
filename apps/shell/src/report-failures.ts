import { readFailure } from './read-failure.ts';

/** What one page reports at most: a failure in a loop is one failure. */
const MAX_FAILURES = 10;

type Failure = NonNullable<ReturnType<typeof readFailure>>;

/** Reports what nothing in the page has caught: errors and rejected promises, each once. */
export function reportFailures(report: (failure: Failure) => void): void {
  const reported = new Set<string>();
  const take = (cause: unknown, place: string) => {
    const failure = readFailure(cause, place);
    const key = JSON.stringify(failure);
    if (failure === null || reported.has(key) || reported.size >= MAX_FAILURES) return;
    reported.add(key);
    report(failure);
  };
  addEventListener('error', ({ error, message, filename, lineno, colno }) => {
    // Pictures and scripts that do not load come here too, without a message.
    if (message) take(error ?? message, filename ? `${filename}:${lineno}:${colno}` : '');
  });
  addEventListener('unhandledrejection', ({ reason }) => take(reason, ''));
}
