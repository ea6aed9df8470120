import { CATALOGUE_VERSION } from '@plaza/events/catalogue-version';
import { posthog } from 'posthog-js/dist/module.slim.no-external';
import { onCLS, onFCP, onINP, onLCP } from 'web-vitals';
import type { Sink } from './event-queue.ts';
import { Outbox } from './outbox.ts';
import { openOutboxStore } from './outbox-store.ts';

/** The frontend that an event comes from, and its release. */
export interface Origin {
  mfe: string;
  mfeVersion?: string;
}

/** What runs once the person has agreed. */
export interface Counting {
  sink: Sink;
  /** Takes back everything that is kept on this device, and counts nothing more until `start` is called again. */
  stop(): void;
  start(): void;
}

/**
 * Starts PostHog's SDK against our own pipeline: nothing is loaded from elsewhere, nothing is recorded by itself, and
 * only what the catalogue of events names is sent. The SDK makes the events; an outbox of ours delivers them.
 */
export async function startPosthog(input: {
  apiHost: string;
  apiKey: string;
  origin: () => Origin;
  trials: readonly string[];
}): Promise<Counting> {
  const outbox = new Outbox({
    url: `${input.apiHost}/batch/`,
    apiKey: input.apiKey,
    store: await openOutboxStore(),
    fetch: (...request) => fetch(...request),
    now: Date.now,
    isOnline: () => navigator.onLine,
  });
  posthog.init(input.apiKey, {
    api_host: input.apiHost,
    persistence: 'localStorage',
    person_profiles: 'identified_only',
    autocapture: false,
    capture_pageview: false,
    capture_pageleave: false,
    capture_performance: false,
    disable_session_recording: true,
    disable_surveys: true,
    disable_external_dependency_loading: true,
    advanced_disable_flags: true,
    respect_dnt: true,
    // Robots are reported as such (`$browser_type`), for the pipeline to tell apart, instead of being dropped unseen.
    opt_out_useragent_filter: true,
    before_send(built) {
      const { uuid, event, properties, timestamp = new Date() } = built;
      outbox.add({ uuid, event, properties, timestamp: timestamp.toISOString() });
      // Nothing is left for the SDK to send.
      return null;
    },
  });
  const { trials } = input;
  const about = { catalogueVersion: CATALOGUE_VERSION, ...(trials.length > 0 && { trials }) };
  let isOn = true;
  // Of the page that was opened first: the later ones come without a load.
  const origin = input.origin();
  reportWebVitals((properties) => {
    if (isOn) posthog.capture('$web_vitals', { ...properties, ...origin, ...about });
  });
  // After the vitals, which become final at the same moment.
  addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && outbox.leave());
  addEventListener('pagehide', () => outbox.leave());
  addEventListener('online', () => outbox.flush());
  await outbox.resume();
  return {
    sink({ name, properties, at }) {
      if (isOn) posthog.capture(name, { ...properties, ...about }, { timestamp: at });
    },
    stop() {
      isOn = false;
      outbox.clear();
      posthog.reset(true);
      posthog.set_config({ disable_persistence: true });
      forgetSdk(input.apiKey);
    },
    start() {
      isOn = true;
      posthog.set_config({ disable_persistence: false });
    },
  };
}

/** What the SDK leaves of its own although it was told to keep nothing. */
function forgetSdk(apiKey: string): void {
  for (const storage of [localStorage, sessionStorage]) {
    for (const key of Object.keys(storage)) if (key.startsWith(`ph_${apiKey}`)) storage.removeItem(key);
  }
}

/** Sends the page's vitals once, when it is left or put away: some of them are final only then. */
function reportWebVitals(send: (properties: Record<string, number>) => void): void {
  const vitals: Record<string, number> = {};
  const keep = ({ name, value }: { name: string; value: number }) => {
    vitals[`$web_vitals_${name}_value`] = value;
  };
  onLCP(keep);
  onCLS(keep);
  onFCP(keep);
  onINP(keep);
  let isSent = false;
  addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'hidden' || isSent || Object.keys(vitals).length === 0) return;
    isSent = true;
    send(vitals);
  });
}
