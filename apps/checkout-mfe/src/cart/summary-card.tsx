import clsx from 'clsx';
import type { ReactNode } from 'react';

export interface SummaryCardProps {
  title: string;
  /** Beside the title. */
  aside?: ReactNode;
  children: ReactNode;
  /** The way on. There is one of it: on a wide screen at the end of the card, on a narrow one at hand below the page. */
  action: ReactNode;
}

/**
 * What it comes to, and the way on. Stays in sight beside the page on a wide screen. On a narrow one its box dissolves,
 * so that the action can keep to the lower edge of the window over the whole length of the page around it.
 */
export function SummaryCard({ title, aside, children, action }: SummaryCardProps) {
  return (
    <section
      aria-label={title}
      className="contents lg:sticky lg:top-24 lg:flex lg:max-h-[calc(100dvh-11rem)] lg:flex-col lg:rounded-lg lg:border lg:border-line lg:bg-surface"
    >
      <div
        className={clsx(
          'flex min-h-0 flex-col rounded-lg border border-line bg-surface p-5 lg:border-0',
          action && 'lg:pb-0',
        )}
      >
        <div className="mb-4 flex items-baseline justify-between gap-4">
          <h2 className="text-lg font-semibold">{title}</h2>
          {aside}
        </div>
        {children}
      </div>
      {action && (
        <div className="sticky bottom-(--plaza-dock) z-20 -mx-4 -mt-2 bg-canvas px-4 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] max-lg:border-t max-lg:border-line sm:-mx-6 sm:px-6 lg:static lg:m-0 lg:bg-transparent lg:p-5">
          {action}
        </div>
      )}
    </section>
  );
}

/** Around a page and its summary, in this order. What has the focus is never below the action. */
export const summaryLayoutClass =
  'mt-6 flex flex-col gap-5 lg:grid lg:grid-cols-[minmax(0,1fr)_24rem] lg:items-start lg:gap-12 max-lg:[&_:is(a,button,input,select)]:scroll-mb-28';
