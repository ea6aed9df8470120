export type Markup = 'bold' | 'italic' | 'heading' | 'list' | 'paragraph';

export interface Selection {
  start: number;
  end: number;
}

/**
 * Puts HTML marks around the selected text; a list gets one item per selected line.
 * @returns the whole text, and what is selected in it afterwards: the text between the marks
 */
export function wrapSelection(
  text: string,
  selection: Selection,
  markup: Markup,
): { text: string; selection: Selection } {
  const [before, inner, after] = [
    text.slice(0, selection.start),
    text.slice(selection.start, selection.end),
    text.slice(selection.end),
  ];
  const [open, body, close] = wrap(inner, markup);
  const start = before.length + open.length;
  return {
    text: `${before}${open}${body}${close}${after}`,
    selection: { start, end: start + body.length },
  };
}

function wrap(inner: string, markup: Markup): [open: string, body: string, close: string] {
  switch (markup) {
    case 'bold':
      return ['<strong>', inner, '</strong>'];
    case 'italic':
      return ['<em>', inner, '</em>'];
    case 'heading':
      return ['<h3>', inner, '</h3>\n'];
    case 'paragraph':
      return ['<p>', inner, '</p>\n'];
    case 'list':
      return ['<ul>\n  <li>', inner.split('\n').join('</li>\n  <li>'), '</li>\n</ul>\n'];
  }
}
