import ChevronRight from 'lucide-react/icons/chevron-right';
import type { LinkElement } from './link.tsx';
import { messages } from './messages.ts';

export interface BreadcrumbsProps {
  /** From the root down; the last one is the page itself and needs no address. */
  trail: readonly { label: string; href?: string | undefined }[];
  linkAs?: LinkElement | undefined;
  label?: string | undefined;
}

export function Breadcrumbs({ trail, linkAs: Link = 'a', label }: BreadcrumbsProps) {
  return (
    <nav aria-label={label ?? messages.breadcrumbs}>
      <ol className="flex flex-wrap items-center gap-x-1.5 gap-y-1 text-sm text-ink-muted">
        {trail.map((step, index) => {
          const last = index === trail.length - 1;
          return (
            <li key={step.href ?? step.label} className="flex items-center gap-1.5">
              {index > 0 && <ChevronRight size={14} aria-hidden="true" className="text-ink-faint" />}
              {step.href && !last ? (
                <Link href={step.href} className="py-1 transition-colors hover:text-ink hover:underline">
                  {step.label}
                </Link>
              ) : (
                <span aria-current={last ? 'page' : undefined} className={last ? 'py-1 text-ink' : 'py-1'}>
                  {step.label}
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
