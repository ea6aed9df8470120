import type { ClickstreamEventMap } from '@plaza/telemetry';

const MAX_MESSAGE = 500;
const MAX_SOURCE = 300;
/** Frames of a stack end in a place; addresses of remotes, wherever they are kept, name the frontend and its release. */
const PLACE = /((?:https?|file):\/\/[^\s()]+:\d+:\d+)/;
const REMOTE = /\/([a-z][a-z0-9-]*)\/([0-9a-f]{16})\//;
/** Said by browsers when an observer needs another round; nothing failed. */
const HARMLESS = /^ResizeObserver loop/;

/**
 * An uncaught error as an event: what it says, where it happened, and in which frontend. Without the address's origin and
 * query, which say nothing of the place and may say something of the person.
 * @param place script, line and column, where the browser told it; otherwise the stack is asked
 * @returns null for what is no failure
 */
export function readFailure(cause: unknown, place: string): ClickstreamEventMap['frontend_failed'] | null {
  const message = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
  if (HARMLESS.test(message)) return null;
  const stack = cause instanceof Error ? (cause.stack ?? '') : '';
  const source = withoutQuery(place || (PLACE.exec(stack)?.[1] ?? ''));
  const [, mfe = 'shell', mfeVersion] = REMOTE.exec(source) ?? [];
  return {
    message: message.slice(0, MAX_MESSAGE),
    source: source.slice(0, MAX_SOURCE),
    mfe,
    ...(mfeVersion === undefined ? {} : { mfeVersion }),
  };
}

function withoutQuery(place: string): string {
  const [, address = place, position = ''] = /^(.*?)((?::\d+){1,2})$/.exec(place) ?? [];
  return URL.canParse(address) ? new URL(address).pathname + position : place;
}
