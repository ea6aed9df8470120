/** A place in a row of page numbers: a page, or a gap whose key says which side of the current page it is on. */
export type PageItem = number | 'gap-before' | 'gap-after';

/**
 * Which page numbers to show: first, last, the current one and its neighbours; a gap stands for two pages or more.
 * @param page current page, from 1; clamped into the range
 * @param pageCount number of pages; below 2 there is nothing to show
 */
export function pageRange(page: number, pageCount: number): PageItem[] {
  if (pageCount < 2) return [];
  const current = Math.min(Math.max(1, page), pageCount);
  const first = Math.max(2, Math.min(current - 1, pageCount - 4));
  const last = Math.min(pageCount - 1, Math.max(current + 1, 5));
  const items: PageItem[] = [1];
  if (first > 3) items.push('gap-before');
  else if (first === 3) items.push(2);
  for (let at = first; at <= last; at += 1) items.push(at);
  if (last < pageCount - 2) items.push('gap-after');
  else if (last === pageCount - 2) items.push(pageCount - 1);
  items.push(pageCount);
  return items;
}
