import { createHash } from 'node:crypto';
import { themeScript } from '../document/document.ts';

/**
 * Headers of every document. Scripts come from this origin only; the inline ones are the same for all visitors and are
 * named by their hash, so that a CDN can keep the document. Styles may be inline: components position with them.
 * @param importMap the document's import map, which browsers count as a script
 * @param publicUrl origin of the shop
 */
export function documentHeaders(importMap: string, publicUrl: string): Record<string, string> {
  const scripts = [themeScript, ...(importMap === '' ? [] : [importMap])].map(scriptHash);
  const policy = [
    "default-src 'self'",
    `script-src 'self' ${scripts.join(' ')}`,
    "style-src 'self' 'unsafe-inline'",
    // Imported products may keep pictures that are elsewhere.
    "img-src 'self' data: https:",
    "font-src 'self'",
    // Not every browser takes 'self' to include the web socket of this origin.
    `connect-src 'self' ${publicUrl.replace(/^http/, 'ws')}`,
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self' https://checkout.stripe.com",
    "frame-ancestors 'none'",
  ];
  return { ...commonHeaders, 'content-security-policy': policy.join('; ') };
}

/** Headers of everything that this server answers by itself. */
export const commonHeaders: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), browsing-topics=()',
  'cross-origin-opener-policy': 'same-origin',
};

/** How a policy names an inline script. */
export const scriptHash = (content: string) =>
  `'sha256-${createHash('sha256').update(content).digest('base64')}'`;
