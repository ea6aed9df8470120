import type { CaptureContext, ParsedEvent } from './parse-event.ts';
import { readText } from './read-value.ts';

type Device = 'desktop' | 'mobile' | 'tablet' | 'server' | '';
type Channel = 'direct' | 'search' | 'social' | 'email' | 'paid' | 'referral' | '';

/** What follows from an event's properties and the request that brought it. */
export interface Enrichment {
  sessionId: string;
  device: Device;
  channel: Channel;
  path: string;
  mfe: string;
  mfeVersion: string;
}

const SESSION_MS = 30 * 60_000;
const SEARCH = /(^|\.)(google|bing|duckduckgo|ecosia|yahoo|baidu|yandex|startpage|qwant|kagi)\./;
const SOCIAL =
  /(^|\.)(facebook|instagram|twitter|x|t|linkedin|lnkd|pinterest|reddit|tiktok|youtube|bsky|threads)\.(com|co|in|app|net)$/;

/** Never throws; what cannot be told is empty. */
export function enrichEvent(event: ParsedEvent, context: CaptureContext): Enrichment {
  const { properties } = event;
  return {
    sessionId: readSession(event),
    device: readDevice(properties, context.userAgent),
    channel: readChannel(properties),
    path: readPath(properties),
    mfe: readText(properties.mfe, 40),
    mfeVersion: readText(properties.mfeVersion, 40),
  };
}

/** The SDK's session, or half an hour of the clock for clients that know none. */
function readSession({ properties, distinctId, timestampMs }: ParsedEvent): string {
  return readText(properties.$session_id, 64) || `${distinctId}:${Math.floor(timestampMs / SESSION_MS)}`;
}

function readDevice(properties: Readonly<Record<string, unknown>>, userAgent: string): Device {
  if (properties.$lib === 'posthog-node') return 'server';
  const stated = properties.$device_type;
  if (stated === 'Desktop') return 'desktop';
  if (stated === 'Mobile') return 'mobile';
  if (stated === 'Tablet') return 'tablet';
  if (/ipad|tablet|android(?!.*mobile)/i.test(userAgent)) return 'tablet';
  if (/mobi|iphone|ipod/i.test(userAgent)) return 'mobile';
  return /mozilla/i.test(userAgent) ? 'desktop' : '';
}

function readChannel(properties: Readonly<Record<string, unknown>>): Channel {
  const medium = readText(properties.utm_medium, 40).toLowerCase();
  if (properties.gclid || properties.msclkid || /^(cpc|ppc|paid|display)/.test(medium)) return 'paid';
  if (medium === 'email' || medium === 'newsletter') return 'email';
  if (medium === 'social') return 'social';
  const domain = readText(properties.$referring_domain, 200).toLowerCase();
  if (domain === '') return '';
  if (domain === '$direct' || domain === readText(properties.$host, 200).toLowerCase()) return 'direct';
  if (SEARCH.test(domain)) return 'search';
  return SOCIAL.test(domain) ? 'social' : 'referral';
}

function readPath(properties: Readonly<Record<string, unknown>>): string {
  const path = readText(properties.$pathname, 500);
  if (path !== '') return path;
  const url = readText(properties.$current_url, 2_000);
  return URL.canParse(url) ? readText(new URL(url).pathname, 500) : '';
}
