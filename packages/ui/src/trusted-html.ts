/** Name of the one policy that may make HTML out of text; documents allow no other. */
export const TRUSTED_HTML_POLICY = 'plaza-html';

interface HtmlPolicy {
  createHTML(html: string): string;
}
interface TrustedTypes {
  // What it answers is an object of the browser's; it stands wherever HTML is expected, so that `string` serves as its type.
  createPolicy(name: string, rules: HtmlPolicy): HtmlPolicy;
}
declare global {
  var trustedTypes: TrustedTypes | undefined;
  /** Every remote has its own copy of this file, and a policy can be made once a page. */
  var __plazaHtmlPolicy: HtmlPolicy | undefined;
}

/**
 * Vouches for HTML: that it was cleaned when it was saved, or goes into a frame without rights. Elsewhere the browser
 * refuses text as HTML.
 * @returns what `innerHTML` and `srcdoc` take; another object each time, so keep it between renderings
 */
export function toTrustedHtml(html: string): string {
  if (!globalThis.trustedTypes) return html;
  globalThis.__plazaHtmlPolicy ??= globalThis.trustedTypes.createPolicy(TRUSTED_HTML_POLICY, {
    createHTML: (text) => text,
  });
  return globalThis.__plazaHtmlPolicy.createHTML(html);
}
