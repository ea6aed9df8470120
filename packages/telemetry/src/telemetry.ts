import type { Track } from '@plaza/events';
import { type Consent, readConsent, writeConsent } from './consent.ts';
import { EventQueue } from './event-queue.ts';

export interface Telemetry {
  /** Reports an event of the catalogue. Kept until the person agrees and the SDK is there; never throws. */
  track: Track;
  consent: () => Consent;
  decide: (consent: 'granted' | 'denied') => void;
  /** Calls `listener` whenever the answer changes; for `useSyncExternalStore`. */
  onConsentChange: (listener: () => void) => () => void;
}

export interface TelemetryOptions {
  /** Path of the capture endpoint on this origin. */
  apiHost: string;
  apiKey: string;
}

/**
 * Counts what happens in this page. Nothing is stored, loaded or sent before the person agrees; afterwards the SDK is
 * fetched when the page has nothing better to do, so that it never delays what the person came for.
 */
export function createTelemetry(options: TelemetryOptions): Telemetry {
  const queue = new EventQueue();
  const listeners = new Set<() => void>();
  let consent = readConsent();

  const apply = () => {
    if (consent === 'granted') whenIdle(() => void startSdk(options, queue));
    if (consent === 'denied') queue.close();
  };
  apply();

  return {
    track: (name, properties) => queue.add({ name, properties: { ...properties }, at: new Date() }),
    consent: () => consent,
    decide(next) {
      consent = next;
      writeConsent(next);
      apply();
      for (const listener of listeners) listener();
    },
    onConsentChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** For the server, where nobody is counted. */
export const silentTelemetry: Telemetry = {
  track: () => undefined,
  consent: () => 'denied',
  decide: () => undefined,
  onConsentChange: () => () => undefined,
};

async function startSdk(options: TelemetryOptions, queue: EventQueue): Promise<void> {
  try {
    const { startPosthog } = await import('./posthog.ts');
    queue.open(startPosthog(options));
  } catch {
    // A blocker, or a network that went away: the shop works without being counted.
  }
}

function whenIdle(run: () => void): void {
  const schedule = () =>
    'requestIdleCallback' in window ? requestIdleCallback(run, { timeout: 5_000 }) : setTimeout(run, 1_000);
  if (document.readyState === 'complete') schedule();
  else addEventListener('load', schedule, { once: true });
}
