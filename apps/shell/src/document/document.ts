import { themeScript } from '@plaza/ui/theme';
import { BOOT_ID, type Boot, type OwnBoot, ROOT_ID, toScriptJson } from './boot.ts';
import type { DocumentHead, HeadTag } from './head-tags.ts';
import { PAGE_TAG } from './update-head.ts';

export { themeScript };

/** Where a nonce goes, or nothing; not a character that an address may hold. */
const NONCE_PLACE = '\u0000';

/** What many documents have in common; encoded once and kept. */
export interface DocumentFrame {
  /** Up to the title. */
  start: Buffer;
  /** After the title and the picture: theme, styles. */
  styles: Buffer;
  /** Between the head's tags and the body. */
  middle: Buffer;
  /** Begins the boot data: what many documents have in common. */
  boot: Buffer;
  /** After the boot data: scripts. @param nonce what the document's policy knows its scripts by; undefined for none */
  end: (nonce: string | undefined) => Buffer;
}

export interface FrameParts {
  /** Import map with the hashes of the remotes' scripts, as JSON; empty when there is none. */
  importMap: string;
  /** Stylesheets that the document carries, by address. */
  inlineStyles: ReadonlyMap<string, string>;
  /** Stylesheets that it refers to. */
  linkedStyles: readonly string[];
  boot: Omit<Boot, keyof OwnBoot>;
  /** Scripts that the page needs, so that they arrive side by side. */
  preloadScripts: readonly { url: string; integrity: string | undefined }[];
  clientEntry: string;
  /** Scripts of the development server, before everything else. */
  devHead: string;
}

/**
 * Prepares the parts of documents that do not depend on the page's data. Styles are inline, because on a slow network
 * another round trip costs more than their bytes; pictures come before scripts, because people look before they press.
 */
export function createFrame(parts: FrameParts): DocumentFrame {
  const importMap = parts.importMap && `<script type="importmap">${parts.importMap}</script>`;
  const inline = [...parts.inlineStyles].map(
    ([url, css]) => `<style data-href="${escapeAttribute(url)}">${css}</style>`,
  );
  const linked = parts.linkedStyles.map((url) => `<link rel="stylesheet" href="${escapeAttribute(url)}">`);
  const end = [
    '</script>',
    ...parts.preloadScripts.map(renderPreload),
    `<script type="module"${NONCE_PLACE} fetchpriority="low" src="${escapeAttribute(parts.clientEntry)}"></script></body></html>`,
  ].join('');
  const endWithoutNonce = Buffer.from(end.replaceAll(NONCE_PLACE, ''));
  const encode = (...texts: string[]) => Buffer.from(texts.join(''));
  return {
    start: encode(
      '<!doctype html><html lang="en"><head><meta charset="utf-8">',
      '<meta name="viewport" content="width=device-width, initial-scale=1">',
      importMap,
    ),
    styles: encode(`<script>${themeScript}</script>`, parts.devHead, ...inline, ...linked),
    middle: encode(
      '<link rel="icon" href="/favicon.svg" type="image/svg+xml">',
      `<meta name="color-scheme" content="light dark"></head><body><div id="${ROOT_ID}">`,
    ),
    boot: encode(
      `</div><script type="application/json" id="${BOOT_ID}">`,
      toScriptJson(parts.boot).slice(0, -1),
      ',',
    ),
    end: (nonce) =>
      nonce === undefined ? endWithoutNonce : Buffer.from(end.replaceAll(NONCE_PLACE, ` nonce="${nonce}"`)),
  };
}

/** The whole document. */
export function renderDocument(
  frame: DocumentFrame,
  page: {
    head: DocumentHead;
    /** Picture that is likely the largest thing on the screen. */
    preloadImage: string | undefined;
    /** What React rendered. */
    body: string;
    boot: OwnBoot;
    /** For a document of one visitor alone; see `DocumentFrame.end`. */
    nonce: string | undefined;
  },
): Buffer<ArrayBuffer> {
  const image = page.preloadImage && escapeAttribute(page.preloadImage);
  const title = `<title>${escapeText(page.head.title)}</title>`;
  const preload = image ? `<link rel="preload" as="image" fetchpriority="high" href="${image}">` : '';
  return Buffer.concat([
    frame.start,
    Buffer.from(title + preload),
    frame.styles,
    Buffer.from(page.head.tags.map(renderTag).join('')),
    frame.middle,
    Buffer.from(page.body),
    frame.boot,
    // The rest of the object that the frame has begun.
    Buffer.from(toScriptJson(page.boot).slice(1)),
    frame.end(page.nonce),
  ]);
}

function renderTag({ name, attributes, content }: HeadTag): string {
  const text = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`);
  // The content is JSON whose `<` are escaped already; see head-tags.ts.
  const end = name === 'script' ? `${content ?? ''}</script>` : '';
  return `<${name}${text.join('')} ${PAGE_TAG}>${end}`;
}

// A script whose hash the import map states is fetched twice unless its preload states the same.
const renderPreload = ({ url, integrity }: { url: string; integrity: string | undefined }) =>
  `<link rel="modulepreload"${NONCE_PLACE} fetchpriority="low" href="${escapeAttribute(url)}"${
    integrity ? ` integrity="${integrity}"` : ''
  }${/^https?:/.test(url) ? ' crossorigin' : ''}>`;

const escapeText = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const escapeAttribute = (text: string) => escapeText(text).replaceAll('"', '&quot;');
