/*
 * What a description of a product may hold: text and its structure. No pictures, no styles, nothing that runs or loads. The
 * server cleans by these when it saves, and the editor shows by them what will be left.
 */
export const DESCRIPTION_TAGS: readonly string[] = [
  ...['p', 'br', 'hr', 'h2', 'h3', 'h4', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'blockquote', 'pre', 'code'],
  ...['strong', 'b', 'em', 'i', 'u', 's', 'sub', 'sup', 'small', 'a'],
  ...['table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
];
/** Taken for others: the page has its own first heading. */
export const DESCRIPTION_TAG_ALIASES: Readonly<Record<string, string>> = { h1: 'h2', h5: 'h4', h6: 'h4' };
/** What is between these is gone with them; of other tags that are not allowed, the text stays. */
export const DESCRIPTION_TEXTLESS_TAGS: readonly string[] = ['script', 'style', 'textarea', 'option'];
export const DESCRIPTION_LINK_SCHEMES: readonly string[] = ['https', 'http', 'mailto'];
export const DESCRIPTION_LINK_REL = 'nofollow noopener';
export const MAX_DESCRIPTION_DEPTH = 30;
