import {
  DESCRIPTION_LINK_REL,
  DESCRIPTION_LINK_SCHEMES,
  DESCRIPTION_TAG_ALIASES,
  DESCRIPTION_TAGS,
  DESCRIPTION_TEXTLESS_TAGS,
  MAX_DESCRIPTION_DEPTH,
} from '@plaza/contracts';
import { proseClass } from '@plaza/ui/prose';
import { toTrustedHtml } from '@plaza/ui/trusted-html';
import { createElement, Fragment, type ReactNode, useMemo } from 'react';
import { messages } from '../../../messages.ts';

const texts = messages.editor;

/**
 * A description as buyers will see it. What was typed is parsed in a document that is nowhere shown, where nothing runs or
 * loads; of that, elements are made anew, and only those that the server will keep.
 */
export function DescriptionPreview({ html }: { html: string }) {
  const content = useMemo(() => {
    const { body } = new DOMParser().parseFromString(toTrustedHtml(html), 'text/html');
    return createElement(Fragment, null, ...contentOf(body, 0));
  }, [html]);
  if (html.trim() === '') return <p className="text-ink-muted">{texts.previewEmpty}</p>;
  return <div className={`rounded-sm border border-line p-4 ${proseClass}`}>{content}</div>;
}

const contentOf = (parent: Node, depth: number): ReactNode[] =>
  [...parent.childNodes].map((node) => {
    if (node instanceof Text) return node.data;
    return node instanceof Element ? elementOf(node, depth) : null;
  });

function elementOf(element: Element, depth: number): ReactNode {
  if (DESCRIPTION_TEXTLESS_TAGS.includes(element.localName)) return null;
  const tag = DESCRIPTION_TAG_ALIASES[element.localName] ?? element.localName;
  if (depth >= MAX_DESCRIPTION_DEPTH || !DESCRIPTION_TAGS.includes(tag))
    return createElement(Fragment, null, ...contentOf(element, depth));
  return createElement(tag, attributesOf(element), ...contentOf(element, depth + 1));
}

function attributesOf(element: Element): Record<string, string | undefined> | null {
  const read = (name: string) => element.getAttribute(name) ?? undefined;
  switch (element.localName) {
    case 'a':
      return { href: safeHref(read('href')), rel: DESCRIPTION_LINK_REL, target: '_blank' };
    case 'th':
    case 'td':
      return { colSpan: read('colspan'), rowSpan: read('rowspan') };
    default:
      return null;
  }
}

function safeHref(href = ''): string | undefined {
  const isSafe = URL.canParse(href) && DESCRIPTION_LINK_SCHEMES.includes(new URL(href).protocol.slice(0, -1));
  return isSafe ? href : undefined;
}
