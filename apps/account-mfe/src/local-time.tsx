import { DEFAULT_LOCALE } from '@plaza/ui/format';
import { useSyncExternalStore } from 'react';

const subscribe = () => () => undefined;

/** The server does not know where the reader is: it writes UTC, and the browser takes over with its own zone. */
const useTimeZone = (): string | undefined =>
  useSyncExternalStore(
    subscribe,
    () => undefined,
    () => 'UTC',
  );

const STYLES = {
  day: { dateStyle: 'medium' },
  // 24 hours: Node and browsers put different spaces before "AM", which would be a mismatch.
  time: { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** Writes a moment for people, in their own time zone as soon as that is known. */
export function useFormatTime(): (iso: string, style?: keyof typeof STYLES) => string {
  const timeZone = useTimeZone();
  return (iso, style = 'time') =>
    new Intl.DateTimeFormat(DEFAULT_LOCALE, { ...STYLES[style], timeZone }).format(new Date(iso));
}
