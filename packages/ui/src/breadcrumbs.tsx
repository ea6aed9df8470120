import clsx from 'clsx';
import ChevronRight from 'lucide-react/icons/chevron-right';
import type { LinkElement } from './link.tsx';
import * as messages from './messages.ts';

export interface BreadcrumbsProps {
  /** From the root down; the last one is the page itself and needs no address. */
  trail: readonly { label: string; href?: string | undefined }[];
  linkAs?: LinkElement | undefined;
  label?: string | undefined;
}

/** The way here in one line. A phone has room for one step: the way back up. */
export function Breadcrumbs({ trail, linkAs: Link = 'a', label }: BreadcrumbsProps) {
  const last = trail.length - 1;
  const parent = Math.max(0, last - 1);
  return (
    <nav aria-label={label ?? messages.breadcrumbs}>
      <ol className="flex min-w-0 items-center gap-x-1.5 text-sm whitespace-nowrap text-ink-muted">
        {trail.map((step, index) => (
          <li
            key={step.href ?? step.label}
            className={clsx(
              'flex min-w-0 items-center gap-1.5',
              index !== parent && 'max-sm:hidden',
              // What is shown elsewhere on the page gives way first.
              index === last ? 'shrink-[99]' : 'max-sm:-ms-1',
            )}
          >
            {last > 0 && (
              <ChevronRight
                size={14}
                aria-hidden="true"
                className={clsx('shrink-0 text-ink-faint max-sm:rotate-180', index === 0 && 'sm:hidden')}
              />
            )}
            {step.href && index !== last ? (
              <Link
                href={step.href}
                className="truncate py-1 transition-colors max-sm:py-2 hover:text-ink hover:underline"
              >
                {step.label}
              </Link>
            ) : (
              <span
                aria-current={index === last ? 'page' : undefined}
                className={clsx('truncate py-1', index === last && 'text-ink')}
              >
                {step.label}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
