/** Name of the one policy that may make HTML out of text; documents allow no other. */
export const TRUSTED_HTML_POLICY = 'plaza-html';

interface HtmlPolicy {
  createHTML(html: string): string;
  createScript(json: string): string;
}
interface TrustedTypes {
  // What its functions answer is an object of the browser's; it stands wherever text is expected, so that `string` serves as its type.
  createPolicy<Policy>(name: string, rules: Policy): Policy;
}
declare global {
  var trustedTypes: TrustedTypes | undefined;
  /** Every remote has its own copy of this file, and a policy can be made once a page. */
  var __plazaHtmlPolicy: HtmlPolicy | undefined;
}

/**
 * Vouches for HTML: that the server has cleaned it. Elsewhere the browser refuses text as HTML.
 * @returns what `innerHTML` takes; another object each time, so keep it between renderings
 */
export function toTrustedHtml(html: string): string {
  return policyOfPage()?.createHTML(html) ?? html;
}

/**
 * Vouches for JSON as the text of a script element, which is how pages tell search engines about themselves.
 * @returns what `textContent` of a script element takes
 * @throws when it is no JSON, and so might do something
 */
export function toTrustedJson(json: string): string {
  return policyOfPage()?.createScript(json) ?? json;
}

function policyOfPage(): HtmlPolicy | undefined {
  globalThis.__plazaHtmlPolicy ??= globalThis.trustedTypes?.createPolicy(TRUSTED_HTML_POLICY, {
    createHTML: (html) => html,
    createScript(json) {
      JSON.parse(json);
      return json;
    },
  });
  return globalThis.__plazaHtmlPolicy;
}
