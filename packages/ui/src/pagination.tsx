import clsx from 'clsx';
import ChevronLeft from 'lucide-react/icons/chevron-left';
import ChevronRight from 'lucide-react/icons/chevron-right';
import type { ReactNode } from 'react';
import type { LinkElement } from './link.tsx';
import * as messages from './messages.ts';
import { pageRange } from './page-range.ts';

export interface PaginationProps {
  /** The current page, from 1. */
  page: number;
  pageCount: number;
  hrefFor: (page: number) => string;
  linkAs?: LinkElement | undefined;
  label?: string | undefined;
  previousLabel?: string | undefined;
  nextLabel?: string | undefined;
  pageLabel?: ((page: number) => string) | undefined;
}

const itemClass =
  'grid h-11 min-w-11 place-items-center rounded-sm px-2 text-sm font-medium text-ink tabular-nums transition-colors hover:bg-surface-sunken';

/** Links to the pages of a list; nothing when there is one page only. */
export function Pagination(props: PaginationProps) {
  const { page, pageCount, hrefFor, linkAs: Link = 'a', pageLabel = messages.page } = props;
  const items = pageRange(page, pageCount);
  if (items.length === 0) return null;

  function neighbour(to: number, rel: 'prev' | 'next', content: ReactNode) {
    const possible = to >= 1 && to <= pageCount;
    if (!possible) {
      return (
        <span aria-hidden="true" className={clsx(itemClass, 'pointer-events-none text-ink-faint!')}>
          {content}
        </span>
      );
    }
    return (
      <Link href={hrefFor(to)} rel={rel} className={itemClass}>
        {content}
      </Link>
    );
  }

  return (
    <nav aria-label={props.label ?? messages.pagination}>
      <ul className="flex flex-wrap items-center justify-center gap-1">
        <li>
          {neighbour(
            page - 1,
            'prev',
            <Turn icon={<ChevronLeft size={18} aria-hidden="true" />}>
              {props.previousLabel ?? messages.previousPage}
            </Turn>,
          )}
        </li>
        {items.map((item) => (
          <li key={item} className={clsx(item !== page && 'max-sm:hidden')}>
            {typeof item === 'number' ? (
              <Link
                href={hrefFor(item)}
                aria-label={pageLabel(item)}
                {...(item === page ? { 'aria-current': 'page' } : {})}
                className={clsx(itemClass, item === page && 'bg-ink text-ink-inverse hover:bg-ink')}
              >
                {item}
              </Link>
            ) : (
              <span aria-hidden="true" className="grid h-11 w-8 place-items-center text-ink-muted">
                …
              </span>
            )}
          </li>
        ))}
        <li>
          {neighbour(
            page + 1,
            'next',
            <Turn icon={<ChevronRight size={18} aria-hidden="true" />} iconLast>
              {props.nextLabel ?? messages.nextPage}
            </Turn>,
          )}
        </li>
      </ul>
    </nav>
  );
}

function Turn({ icon, iconLast, children }: { icon: ReactNode; iconLast?: boolean; children: ReactNode }) {
  return (
    <span className={clsx('flex items-center gap-1 px-1', iconLast && 'flex-row-reverse')}>
      {icon}
      {children}
    </span>
  );
}
