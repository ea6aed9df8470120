import { themeScript } from '@plaza/ui/theme';
import { BOOT_ID, type Boot, ROOT_ID, toScriptJson } from './boot.ts';
import type { DocumentHead, HeadTag } from './head-tags.ts';
import { PAGE_TAG } from './update-head.ts';

export { themeScript };

export interface DocumentParts {
  head: DocumentHead;
  /** Picture that is likely the largest thing on the screen. */
  preloadImage: string | undefined;
  /** Import map with the hashes of the remotes' scripts, as JSON; empty when there is none. */
  importMap: string;
  /** Stylesheets that the document carries, by address. */
  inlineStyles: ReadonlyMap<string, string>;
  /** Stylesheets that it refers to. */
  linkedStyles: readonly string[];
  /** What React rendered. */
  body: string;
  boot: Boot;
  /** Scripts that the page needs, so that they arrive side by side. */
  preloadScripts: readonly { url: string; integrity: string | undefined }[];
  clientEntry: string;
  /** Scripts of the development server, before everything else. */
  devHead?: string;
}

/**
 * The whole document. Styles are inline, because on a slow network another round trip costs more than their bytes;
 * pictures come before scripts, because people look before they press.
 */
export function renderDocument(parts: DocumentParts): string {
  const { head } = parts;
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    parts.importMap && `<script type="importmap">${parts.importMap}</script>`,
    `<title>${escapeText(head.title)}</title>`,
    parts.preloadImage &&
      `<link rel="preload" as="image" fetchpriority="high" href="${escapeAttribute(parts.preloadImage)}">`,
    `<script>${themeScript}</script>`,
    parts.devHead,
    ...[...parts.inlineStyles].map(
      ([url, css]) => `<style data-href="${escapeAttribute(url)}">${css}</style>`,
    ),
    ...parts.linkedStyles.map((url) => `<link rel="stylesheet" href="${escapeAttribute(url)}">`),
    ...head.tags.map(renderTag),
    '<link rel="icon" href="/favicon.svg" type="image/svg+xml">',
    '<meta name="color-scheme" content="light dark">',
    `</head><body><div id="${ROOT_ID}">${parts.body}</div>`,
    `<script type="application/json" id="${BOOT_ID}">${toScriptJson(parts.boot)}</script>`,
    ...parts.preloadScripts.map(renderPreload),
    `<script type="module" fetchpriority="low" src="${escapeAttribute(parts.clientEntry)}"></script>`,
    '</body></html>',
  ]
    .filter(Boolean)
    .join('');
}

function renderTag({ name, attributes, content }: HeadTag): string {
  const text = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`);
  // The content is JSON whose `<` are escaped already; see head-tags.ts.
  const end = name === 'script' ? `${content ?? ''}</script>` : '';
  return `<${name}${text.join('')} ${PAGE_TAG}>${end}`;
}

// A script whose hash the import map states is fetched twice unless its preload states the same.
const renderPreload = ({ url, integrity }: { url: string; integrity: string | undefined }) =>
  `<link rel="modulepreload" fetchpriority="low" href="${escapeAttribute(url)}"${
    integrity ? ` integrity="${integrity}"` : ''
  }>`;

const escapeText = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const escapeAttribute = (text: string) => escapeText(text).replaceAll('"', '&quot;');
