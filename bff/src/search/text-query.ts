/** The most words of a query that are looked at; more only cost. */
const MAX_WORDS = 12;

export interface TextQuery {
  /** For `websearch_to_tsquery`: quotes and minus signs mean what they mean elsewhere. */
  web: string;
  /** What came before the last word; empty when that is all there is. */
  head: string;
  /** The last word, which may still be being typed: matched as a prefix. Letters and digits only; may be empty. */
  prefix: string;
  /** Words as a person wrote them, for likeness. */
  plain: string;
}

/**
 * Takes apart what somebody typed. Hyphens and slashes inside of words become blanks, as in the index, so that
 * "RTX-4070", "rtx 4070" and "USB-C/HDMI" find the same. Null when nothing is left to search for.
 */
export function parseTextQuery(text: string | undefined): TextQuery | null {
  const web = (text ?? '')
    .normalize('NFKC')
    .replace(/\0/g, ' ')
    .replace(/(?<=[\p{L}\p{N}])[-/_](?=[\p{L}\p{N}])/gu, ' ')
    .trim()
    .split(/\s+/)
    .slice(0, MAX_WORDS)
    .join(' ');
  const words = web.match(/[\p{L}\p{N}]+/gu) ?? [];
  const last = words.at(-1);
  if (last === undefined) return null;
  const isOpen = /[\p{L}\p{N}]$/u.test(web) && !web.includes('"') && !/(?:^|\s)-\S*$/.test(web);
  return {
    web,
    head: isOpen ? web.slice(0, web.length - last.length).trim() : web,
    prefix: isOpen ? last : '',
    plain: words.join(' '),
  };
}
