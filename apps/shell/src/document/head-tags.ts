import type { PageHead } from '@plaza/contracts/remotes';
import { messages } from '../messages.ts';

/** An element of the document's head, told by what it says. */
export interface HeadTag {
  name: 'meta' | 'link' | 'script';
  attributes: Readonly<Record<string, string>>;
  content?: string;
}

export interface DocumentHead {
  title: string;
  tags: readonly HeadTag[];
}

/**
 * What a page says of itself, as elements. Paths become absolute: search engines and link previews want them so.
 * @param publicUrl origin of the shop, without a slash at its end
 */
export function toDocumentHead(head: PageHead, publicUrl: string): DocumentHead {
  const absolute = (path: string) => new URL(path, publicUrl).href;
  const description = head.description ?? messages.siteDescription;
  const tags: HeadTag[] = [
    meta('description', description),
    property('og:site_name', messages.siteName),
    property('og:title', head.title),
    property('og:description', description),
    property('og:type', head.openGraphType ?? 'website'),
  ];
  if (head.canonicalPath !== undefined) {
    const url = absolute(head.canonicalPath);
    tags.push({ name: 'link', attributes: { rel: 'canonical', href: url } }, property('og:url', url));
  }
  if (head.imagePath !== undefined) {
    tags.push(property('og:image', absolute(head.imagePath)), meta('twitter:card', 'summary_large_image'));
  }
  if (head.noIndex) tags.push(meta('robots', 'noindex'));
  for (const data of head.jsonLd ?? []) {
    const withOrigin = (key: string, value: unknown) =>
      ADDRESS_KEYS.has(key) ? toAbsolute(value, absolute) : value;
    const content = JSON.stringify(data, withOrigin).replaceAll('<', '\\u003c');
    tags.push({ name: 'script', attributes: { type: 'application/ld+json' }, content });
  }
  return { title: head.title, tags };
}

/** Properties of schema.org that hold an address or a list of them. */
const ADDRESS_KEYS: ReadonlySet<string> = new Set(['url', 'item', 'image', 'target']);

function toAbsolute(value: unknown, absolute: (path: string) => string): unknown {
  if (Array.isArray(value)) return value.map((entry) => toAbsolute(entry, absolute));
  return typeof value === 'string' ? absolute(value) : value;
}

/** For documents without a page: not found, or not available. */
export const plainHead = (title: string): DocumentHead => ({
  title: `${title} · ${messages.siteName}`,
  tags: [meta('robots', 'noindex')],
});

const meta = (name: string, content: string): HeadTag => ({ name: 'meta', attributes: { name, content } });
const property = (name: string, content: string): HeadTag => ({
  name: 'meta',
  attributes: { property: name, content },
});
