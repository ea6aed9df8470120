import clsx from 'clsx';
import type { ReactNode } from 'react';

/** For the one link of a card: its hit area is the whole card. */
export const cardLinkClass =
  'text-ink no-underline outline-none after:absolute after:inset-0 after:rounded-lg focus-visible:after:outline-2 focus-visible:after:outline-offset-4 focus-visible:after:outline-focus';

export interface ProductCardFrameProps {
  /** A `Picture`; the box is square whatever it is given. */
  picture: ReactNode;
  /** Shown over the picture's corner. */
  badge?: ReactNode;
  children: ReactNode;
  className?: string | undefined;
}

/** Picture above, words below; give the title link `cardLinkClass` and the whole card can be pressed. */
export function ProductCardFrame({ picture, badge, children, className }: ProductCardFrameProps) {
  return (
    <article className={clsx('group relative flex flex-col gap-3.5', className)}>
      <div className="relative aspect-square overflow-hidden rounded-lg bg-surface-sunken">
        <div className="size-full transition-transform duration-500 group-hover:scale-[1.025] motion-reduce:transform-none">
          {picture}
        </div>
        {badge && <div className="absolute start-3 top-3 flex gap-1.5">{badge}</div>}
      </div>
      <div className="flex flex-col gap-1">{children}</div>
    </article>
  );
}
