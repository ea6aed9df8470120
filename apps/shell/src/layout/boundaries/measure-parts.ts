/** A part of a remote in this page, and where it is on the screen. */
export interface MeasuredPart {
  /** As `catalog/product`; the remote alone for what it has put elsewhere, such as a dialog. */
  name: string;
  remote: string;
  /** A page, a slot inside of one, or one around it. */
  kind: 'page' | 'inner' | 'outer';
  top: number;
  left: number;
  width: number;
  height: number;
}

/** The parts of remotes that can be seen, in their order in the document. */
export function measureParts(): MeasuredPart[] {
  return [...document.querySelectorAll<HTMLElement>('[data-mfe]')].flatMap((element) => {
    const { mfe: remote = '', part } = element.dataset;
    // The element around a part has no box of its own.
    const range = document.createRange();
    range.selectNodeContents(element);
    const { top, left, right, width, height } = range.getBoundingClientRect();
    if (width === 0 || height === 0) return [];
    const isInner = element.parentElement?.closest('[data-mfe]') != null;
    // What is hidden beside the screen counts as content, too.
    const start = Math.max(0, Math.round(left));
    const end = Math.min(document.documentElement.clientWidth, Math.round(right));
    return [
      {
        name: part ? `${remote}/${part}` : remote,
        remote,
        kind: isInner ? 'inner' : element.closest('main') ? 'page' : 'outer',
        top: Math.round(top),
        left: start,
        width: end - start,
        height: Math.round(height),
      },
    ];
  });
}
