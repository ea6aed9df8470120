import type { Pin, Pins } from './assign.ts';

/** What a visitor has drawn: nothing of the visitor, and the same for all who drew the same. */
export const PINS_COOKIE = 'plaza_releases';
export const PINS_KEPT_SECONDS = 90 * 86_400;

const MAX_PINS = 20;
const ENTRY = /^([a-z][a-z0-9-]{1,30})\.([0-9a-f]{16})\.(?:(c)|s)(\d{1,3})$/;

/** `catalog.<version>.s10`: drew stable when 10 of 100 got the canary. */
export const formatPins = (pins: Pins): string =>
  [...pins]
    .slice(0, MAX_PINS)
    .map(
      ([frontend, { version, arm, percent }]) =>
        `${frontend}.${version}.${arm === 'canary' ? 'c' : 's'}${percent}`,
    )
    .join('~');

/** What is no pin is left out: cookies come from anywhere. */
export function parsePins(cookie: string | undefined): Pins {
  const pins = new Map<string, Pin>();
  for (const entry of (cookie ?? '').split('~', MAX_PINS)) {
    const [, frontend, version, isCanary, percent] = ENTRY.exec(entry) ?? [];
    if (!frontend || !version || !(Number(percent) <= 100)) continue;
    pins.set(frontend, { version, arm: isCanary ? 'canary' : 'stable', percent: Number(percent) });
  }
  return pins;
}
