/** The words of the sitemap protocol, https://www.sitemaps.org/protocol.html. */

const OPENING = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

interface Address {
  /** Absolute. */
  url: string;
  changedAt: Date;
}

/** Begins a list of pages; `sitemapPage` for each and `sitemapEnd` follow. */
export const sitemapStart = `${OPENING}<urlset ${NAMESPACE}>\n`;
export const sitemapEnd = '</urlset>\n';
export const sitemapPage = (page: Address): string => `<url>${addressXml(page)}</url>\n`;

/** A list of lists. */
export const sitemapsDocument = (sitemaps: readonly Address[]): string =>
  `${OPENING}<sitemapindex ${NAMESPACE}>\n${sitemaps
    .map((sitemap) => `<sitemap>${addressXml(sitemap)}</sitemap>\n`)
    .join('')}</sitemapindex>\n`;

const addressXml = ({ url, changedAt }: Address): string =>
  `<loc>${escapeXml(url)}</loc><lastmod>${changedAt.toISOString()}</lastmod>`;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};
const escapeXml = (text: string) => text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
