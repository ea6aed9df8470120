import type { Track } from '@plaza/events';
import { type Consent, onConsentElsewhere, readConsent, writeConsent } from './consent.ts';
import { deleteOutbox } from './delete-outbox.ts';
import { EventQueue } from './event-queue.ts';
import type { Counting, Origin } from './posthog.ts';

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
  /** The frontend whose page is shown: what the page's vitals are about. */
  origin: () => Origin;
  /** Trials that this visitor takes part in, which every event says; see `trialTag`. */
  trials: readonly string[];
}

/**
 * Counts what happens in this page. Nothing is stored, loaded or sent before the person agrees; afterwards the SDK is
 * fetched when the page has nothing better to do, so that it never delays what the person came for. A no, given here or
 * in another tab, takes back what is kept on this device.
 */
export function createTelemetry(options: TelemetryOptions): Telemetry {
  const queue = new EventQueue();
  const listeners = new Set<() => void>();
  let consent = readConsent();
  let counting: Promise<Counting | null> | undefined;

  async function begin(): Promise<void> {
    if (consent !== 'granted') return;
    counting ??= loadCounting(options);
    const started = await counting;
    if (started === null) {
      counting = undefined;
      addEventListener('online', () => void begin(), { once: true });
      return;
    }
    if (consent !== 'granted') return;
    started.start();
    queue.open(started.sink);
  }

  function apply(): void {
    if (consent === 'granted') {
      queue.reopen();
      whenIdle(() => void begin());
    }
    if (consent === 'denied') {
      queue.close();
      if (counting) void counting.then((started) => started?.stop());
      else deleteOutbox();
    }
  }

  function change(next: Consent): void {
    if (next === consent) return;
    consent = next;
    apply();
    for (const listener of listeners) listener();
  }

  apply();
  onConsentElsewhere(change);
  return {
    track: (name, properties) => queue.add({ name, properties: { ...properties }, at: new Date() }),
    consent: () => consent,
    decide(next) {
      writeConsent(next);
      change(next);
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

/** @returns null where it cannot be had: a blocker, or a network that went away. The shop works without it. */
async function loadCounting(options: TelemetryOptions): Promise<Counting | null> {
  try {
    const { startPosthog } = await import('./posthog.ts');
    return await startPosthog(options);
  } catch {
    return null;
  }
}

function whenIdle(run: () => void): void {
  const schedule = () =>
    'requestIdleCallback' in window ? requestIdleCallback(run, { timeout: 5_000 }) : setTimeout(run, 1_000);
  if (document.readyState === 'complete') schedule();
  else addEventListener('load', schedule, { once: true });
}
