import { posthog } from 'posthog-js/dist/module.slim.no-external';
import { onCLS, onFCP, onINP, onLCP } from 'web-vitals';
import type { Sink } from './event-queue.ts';

/**
 * Starts PostHog's SDK against our own pipeline: nothing is loaded from elsewhere, nothing is recorded by itself, and
 * only what the catalogue of events names is sent.
 */
export function startPosthog(input: { apiHost: string; apiKey: string }): Sink {
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
  });
  // At once and by beacon: the page is on its way out when the vitals are final.
  const atOnce = { transport: 'sendBeacon', send_instantly: true } as const;
  reportWebVitals((properties) => posthog.capture('$web_vitals', properties, atOnce));
  return ({ name, properties, at }) => posthog.capture(name, { ...properties }, { timestamp: at });
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
