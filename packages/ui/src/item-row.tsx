import clsx from 'clsx';
import type { ReactNode } from 'react';
import { Thumbnail, type ThumbnailProps } from './thumbnail.tsx';

export interface ItemRowProps {
  picture: ThumbnailProps['picture'];
  title: ReactNode;
  /** Quiet lines below the title; those that are empty are left out. */
  details?: readonly string[] | undefined;
  /** At the end of the first line, such as a price. */
  aside?: ReactNode;
  /** For a narrow place beside something else. */
  compact?: boolean | undefined;
  /** Below, over the width of the words. */
  children?: ReactNode;
}

/** Something in a list: its picture, its name, and what there is to say about it. */
export function ItemRow({ picture, title, details = [], aside, compact, children }: ItemRowProps) {
  return (
    <div
      className={clsx(
        'grid gap-x-4',
        compact
          ? 'grid-cols-[3.5rem_1fr_auto] text-sm'
          : 'grid-cols-[4.5rem_minmax(0,1fr)] sm:grid-cols-[4.5rem_minmax(0,1fr)_auto]',
      )}
    >
      <Thumbnail picture={picture} className="row-span-3 w-full self-start" />
      <div className="min-w-0">
        <div className={clsx('font-medium wrap-anywhere', compact && 'line-clamp-2')}>{title}</div>
        {details.filter(Boolean).map((detail) => (
          <p key={detail} className="text-sm text-ink-muted">
            {detail}
          </p>
        ))}
      </div>
      {aside && (
        <div
          className={clsx(
            'tabular-nums',
            !compact && 'font-medium max-sm:col-start-2 max-sm:mt-1 sm:font-normal',
          )}
        >
          {aside}
        </div>
      )}
      {children && (
        <div className={clsx('col-start-2', compact ? 'col-span-2' : 'sm:col-span-2')}>{children}</div>
      )}
    </div>
  );
}
