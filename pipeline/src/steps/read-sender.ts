import { isbot } from 'isbot';

export type Device = 'desktop' | 'mobile' | 'tablet' | 'server' | '';

/** What is known of whoever sent a request. Its address and its full name are not kept. */
export interface Sender {
  device: Device;
  isBot: boolean;
  /** ISO 3166, two letters; empty when it is not known. */
  country: string;
}

export const UNKNOWN_SENDER: Sender = { device: '', isBot: false, country: '' };

/** @param country of the address that the request came from */
export function readSender(userAgent: string, country: string): Sender {
  return { device: readDevice(userAgent), isBot: isbot(userAgent), country };
}

function readDevice(userAgent: string): Device {
  if (/ipad|tablet|android(?!.*mobile)/i.test(userAgent)) return 'tablet';
  if (/mobi|iphone|ipod/i.test(userAgent)) return 'mobile';
  return /mozilla/i.test(userAgent) ? 'desktop' : '';
}
