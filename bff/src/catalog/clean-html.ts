import {
  DESCRIPTION_LINK_REL,
  DESCRIPTION_LINK_SCHEMES,
  DESCRIPTION_TAG_ALIASES,
  DESCRIPTION_TAGS,
  DESCRIPTION_TEXTLESS_TAGS,
  MAX_DESCRIPTION_DEPTH,
} from '@plaza/contracts';
import sanitizeHtml from 'sanitize-html';

const MAX_SUMMARY = 160;

const DESCRIPTION: sanitizeHtml.IOptions = {
  allowedTags: [...DESCRIPTION_TAGS],
  allowedAttributes: { a: ['href', 'rel'], th: ['colspan', 'rowspan'], td: ['colspan', 'rowspan'] },
  allowedSchemes: [...DESCRIPTION_LINK_SCHEMES],
  allowProtocolRelative: false,
  nonTextTags: [...DESCRIPTION_TEXTLESS_TAGS],
  transformTags: {
    ...DESCRIPTION_TAG_ALIASES,
    a: sanitizeHtml.simpleTransform('a', { rel: DESCRIPTION_LINK_REL }),
  },
  nestingLimit: MAX_DESCRIPTION_DEPTH,
};

/** HTML of a seller as it may be shown to anybody. Cleaning what is clean changes nothing. */
export const cleanHtml = (html: string): string => sanitizeHtml(html, DESCRIPTION).trim();

/** The text of HTML on one line, tags and entities resolved. */
export function textOf(html: string): string {
  const spaced = html.replace(
    /<\/?(?:p|br|hr|h[1-6]|ul|ol|li|dl|dt|dd|div|blockquote|tr|td|th)\b[^>]*>/gi,
    ' $&',
  );
  const bare = sanitizeHtml(spaced, { allowedTags: [], allowedAttributes: {} });
  return bare
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
}

/** The beginning of a text, at most 160 characters, cut between words. */
export function summarise(text: string): string {
  if (text.length <= MAX_SUMMARY) return text;
  const head = text.slice(0, MAX_SUMMARY - 1);
  const end = head.lastIndexOf(' ');
  const cut = end > MAX_SUMMARY / 2 ? head.slice(0, end) : head;
  // Never half of a surrogate pair.
  return `${cut.replace(/[\ud800-\udbff]$/, '').replace(/[\s,;:.–-]+$/, '')}…`;
}
