import { toTrustedJson } from '@plaza/ui/trusted-html';
import type { DocumentHead, HeadTag } from './head-tags.ts';

/** Marks what belongs to the page that is shown, so that the next one can replace it. */
export const PAGE_TAG = 'data-page-head';

/** Puts the head of another page into this document. */
export function updateHead({ title, tags }: DocumentHead): void {
  document.title = title;
  for (const element of document.head.querySelectorAll(`[${PAGE_TAG}]`)) element.remove();
  for (const { name, attributes, content } of tags) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.setAttribute(PAGE_TAG, '');
    if (content !== undefined) element.textContent = toTrustedJson(content);
    document.head.append(element);
  }
}

/** The head of this document as `updateHead` could write it again. */
export function readHead(): DocumentHead {
  const elements = [...document.head.querySelectorAll(`[${PAGE_TAG}]`)];
  const tags = elements.map((element): HeadTag => {
    const attributes = [...element.attributes].filter(({ name }) => name !== PAGE_TAG);
    return {
      name: element.localName === 'script' ? 'script' : element.localName === 'link' ? 'link' : 'meta',
      attributes: Object.fromEntries(attributes.map(({ name, value }) => [name, value])),
      ...(element.textContent && { content: element.textContent }),
    };
  });
  return { title: document.title, tags };
}
