import clsx from 'clsx';
import type { ReactNode } from 'react';
import { Container } from './container.tsx';
import type { LinkElement } from './link.tsx';

export interface SectionFrameProps {
  /** What the sections are of, for people who hear it: "Administration". */
  label: string;
  sections: readonly { label: string; href: string; isCurrent: boolean }[];
  title: string;
  /** Below the title: a line of text, a state. */
  aside?: ReactNode;
  /** What can be done, at the end of the title's line. */
  actions?: ReactNode;
  linkAs?: LinkElement | undefined;
  children: ReactNode;
}

/** A page that is one of several: the way between them, its title and what can be done. */
export function SectionFrame(props: SectionFrameProps) {
  const { label, sections, title, aside, actions, linkAs: Link = 'a', children } = props;
  return (
    <Container className="py-6 md:py-8">
      <nav aria-label={label} className="mb-6 border-b border-line md:mb-8">
        <ul ref={showCurrent} className="relative flex gap-6 overflow-x-auto">
          {sections.map((section) => (
            <li key={section.href} className="shrink-0">
              <Link
                href={section.href}
                {...(section.isCurrent && { 'aria-current': 'page' as const })}
                className={clsx(
                  'flex min-h-11 items-center border-b-2 font-medium no-underline -outline-offset-2 transition-colors',
                  section.isCurrent
                    ? 'border-accent text-ink'
                    : 'border-transparent text-ink-muted hover:text-ink',
                )}
              >
                {section.label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className="mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 grow basis-80">
          <h1 className="text-3xl font-semibold wrap-anywhere">{title}</h1>
          {aside && <div className="mt-1 min-h-6 max-w-prose text-ink-muted">{aside}</div>}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-3 max-sm:w-full">{actions}</div>}
      </div>
      {children}
    </Container>
  );
}

/** Scrolls the row, not the page, to the section that is open: on a phone it may lie outside. */
function showCurrent(row: HTMLUListElement | null): void {
  const current = row?.querySelector<HTMLElement>('[aria-current]')?.parentElement;
  if (row && current) row.scrollLeft = current.offsetLeft - (row.clientWidth - current.clientWidth) / 2;
}
