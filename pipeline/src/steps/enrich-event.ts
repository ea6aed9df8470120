import type { CaptureContext, ParsedEvent } from './parse-event.ts';
import type { Device, Sender } from './read-sender.ts';
import { readText } from './read-value.ts';

type Channel = 'direct' | 'search' | 'social' | 'email' | 'paid' | 'referral' | '';

/** What follows from an event's properties and the request that brought it. */
export interface Enrichment {
  sessionId: string;
  device: Device;
  channel: Channel;
  /** The name that a link was given (`utm_campaign`), or else who it was given to (`utm_source`). */
  campaign: string;
  /** ISO 3166, two letters; empty when it is not known. */
  country: string;
  isBot: boolean;
  path: string;
  mfe: string;
  mfeVersion: string;
}

const SESSION_MS = 30 * 60_000;
const SERVER_LIBRARIES = new Set([
  'posthog-node',
  'posthog-edge',
  'posthog-python',
  'posthog-php',
  'posthog-ruby',
  'posthog-go',
  'posthog-java',
  'posthog-server',
  'posthog-dotnet',
  'posthog-elixir',
  'posthog-rs',
]);
const SEARCH = /(^|\.)(google|bing|duckduckgo|ecosia|yahoo|baidu|yandex|startpage|qwant|kagi)\./;
const SOCIAL =
  /(^|\.)(facebook|instagram|twitter|x|t|linkedin|lnkd|pinterest|reddit|tiktok|youtube|bsky|threads)\.(com|co|in|app|net)$/;

/** Never throws; what cannot be told is empty. */
export function enrichEvent(event: ParsedEvent, context: CaptureContext): Enrichment {
  const { properties } = event;
  return {
    sessionId: readSession(event),
    device: readDevice(properties, context.sender),
    channel: readChannel(properties),
    campaign: readText(properties.utm_campaign, 100) || readText(properties.utm_source, 100),
    country: isServer(properties) ? '' : context.sender.country,
    isBot: readIsBot(properties, context.sender),
    path: readPath(properties),
    mfe: readText(properties.mfe, 40),
    mfeVersion: readText(properties.mfeVersion, 40),
  };
}

/** The SDK's session, or half an hour of the clock for clients that know none. */
function readSession({ properties, distinctId, timestampMs }: ParsedEvent): string {
  return readText(properties.$session_id, 64) || `${distinctId}:${Math.floor(timestampMs / SESSION_MS)}`;
}

/** A server speaks for people who are elsewhere: its own address and name say nothing of them. */
function isServer({ $lib: library }: Readonly<Record<string, unknown>>): boolean {
  return typeof library === 'string' && SERVER_LIBRARIES.has(library);
}

function readDevice(properties: Readonly<Record<string, unknown>>, sender: Sender): Device {
  if (isServer(properties)) return 'server';
  const stated = properties.$device_type;
  if (stated === 'Desktop') return 'desktop';
  if (stated === 'Mobile') return 'mobile';
  if (stated === 'Tablet') return 'tablet';
  return sender.device;
}

/** posthog-js recognises robots by more than the name that the request gives. */
function readIsBot(properties: Readonly<Record<string, unknown>>, sender: Sender): boolean {
  return properties.$browser_type === 'bot' || (sender.isBot && !isServer(properties));
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
