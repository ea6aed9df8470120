import sanitizeHtml from 'sanitize-html';

const MAX_SUMMARY = 160;

/** What a description may hold: text and its structure. No pictures, no styles, nothing that runs or loads. */
const DESCRIPTION: sanitizeHtml.IOptions = {
  allowedTags: [
    ...['p', 'br', 'hr', 'h2', 'h3', 'h4', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'blockquote', 'pre', 'code'],
    ...['strong', 'b', 'em', 'i', 'u', 's', 'sub', 'sup', 'small', 'a'],
    ...['table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
  ],
  allowedAttributes: { a: ['href', 'rel'], th: ['colspan', 'rowspan'], td: ['colspan', 'rowspan'] },
  allowedSchemes: ['https', 'http', 'mailto'],
  allowProtocolRelative: false,
  transformTags: {
    // The page has its own first heading.
    h1: 'h2',
    h5: 'h4',
    h6: 'h4',
    a: sanitizeHtml.simpleTransform('a', { rel: 'nofollow noopener' }),
  },
  nestingLimit: 30,
};

/** More than it ever takes: what was written once is well-formed, and read the same from then on. */
const MAX_PASSES = 5;

/** HTML of a seller as it may be shown to anybody. Cleaning what is clean changes nothing. */
export function cleanHtml(html: string): string {
  let clean = sanitizeHtml(html, DESCRIPTION).trim();
  // Where a tag was taken out, others may have come to lie in one another that browsers, and the parser, set apart.
  for (let pass = 1; pass < MAX_PASSES; pass += 1) {
    const again = sanitizeHtml(clean, DESCRIPTION).trim();
    if (again === clean) return clean;
    clean = again;
  }
  return clean;
}

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
