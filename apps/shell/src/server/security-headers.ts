import { answerHeaders, isSecureOrigin } from '@plaza/edge/answer-headers';
import { contentHash } from '@plaza/edge/content-hash';
import { TRUSTED_HTML_POLICY } from '@plaza/ui/trusted-html';
import { TRUSTED_WORKER_POLICY } from '@plaza/ui/trusted-worker';
import { themeScript } from '../document/document.ts';
import { VIOLATIONS_PATH } from './violation-reports.ts';

export interface DocumentPolicyInput {
  /** The document's import map, which browsers count as a script; empty when there is none. */
  importMap: string;
  /** Styles that stand inside of documents. */
  inlineStyles: Iterable<string>;
  /** Origin of the shop. */
  publicUrl: string;
  /** Origins that releases are kept at, where that is not the shop itself. */
  releaseOrigins: readonly string[];
  /** Those of them that also tell of newer builds, and keep pictures of theirs. */
  localOrigins: readonly string[];
}

/** The headers of documents, by who they are for. */
export interface DocumentHeaders {
  /** The same for all visitors, for a CDN to keep: inline scripts are named by what they hold. */
  forEverybody: Readonly<Record<string, string>>;
  /** For one visitor, once: scripts need this document's nonce as well. @param nonce fresh random text of base64 */
  forOne(nonce: string): Readonly<Record<string, string>>;
}

/**
 * Which scripts, styles and connections documents may have; why so is in
 * docs/decisions/0016-scripts-by-origin-hash-and-nonce.md.
 */
export function documentHeaders({
  importMap,
  inlineStyles,
  publicUrl,
  releaseOrigins,
  localOrigins,
}: DocumentPolicyInput): DocumentHeaders {
  const inlineScripts = [themeScript, ...(importMap === '' ? [] : [importMap])].map(contentHash).join(' ');
  const styles = [...new Set(inlineStyles)].map(contentHash).join(' ');
  const files = ["'self'", ...releaseOrigins].join(' ');
  const local = localOrigins.map((origin) => ` ${origin}`).join('');
  const policy = [
    "default-src 'none'",
    `script-src ${files} ${inlineScripts}`,
    // The first is for browsers that do not tell elements and attributes apart. Components position with attributes.
    `style-src ${files} 'unsafe-inline'`,
    `style-src-elem ${files} ${styles}`,
    "style-src-attr 'unsafe-inline'",
    // Imported products may keep pictures that are elsewhere; a picture that is about to be sent is a blob.
    `img-src 'self' data: blob: https:${local}`,
    "font-src 'self'",
    // Not every browser takes 'self' to include the web socket of this origin.
    `connect-src 'self' ${publicUrl.replace(/^http/, 'ws')}${local}`,
    "worker-src 'self'",
    "manifest-src 'self'",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types ${TRUSTED_HTML_POLICY} ${TRUSTED_WORKER_POLICY}`,
    // Not `report-to`, which Chromium prefers where it stands and does not deliver over plain http.
    `report-uri ${VIOLATIONS_PATH}`,
  ].join('; ');
  const common = answerHeaders('document', isSecureOrigin(publicUrl));
  return {
    forEverybody: { ...common, 'content-security-policy': policy },
    forOne: (nonce) => ({
      ...common,
      // Addresses may hold what is one person's: an order, a token of a mail.
      'referrer-policy': 'same-origin',
      // Two policies, both of which must agree: from this origin, and begun by this document.
      'content-security-policy': `${policy}, script-src 'nonce-${nonce}' 'strict-dynamic' ${inlineScripts}; report-uri ${VIOLATIONS_PATH}`,
    }),
  };
}
