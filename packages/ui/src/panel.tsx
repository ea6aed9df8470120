import type { ReactNode } from 'react';
import { Card } from './card.tsx';

export interface PanelProps {
  /** What it is called for those who jump from region to region. */
  label: string;
  title: ReactNode;
  /** Quiet, below the title. */
  text?: ReactNode;
  /** At the end of the header, such as a badge. */
  aside?: ReactNode;
  footer?: ReactNode;
  children: ReactNode;
}

/** A card with a head and a foot, for one of several things that stand below each other. */
export function Panel({ label, title, text, aside, footer, children }: PanelProps) {
  return (
    <Card padding="none" className="overflow-hidden">
      <section aria-label={label}>
        <header className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-4 border-b border-line px-5 py-4 md:px-6">
          <h2 className="text-lg font-semibold wrap-anywhere">{title}</h2>
          {aside && <div className="mt-0.5">{aside}</div>}
          {text && <div className="col-span-2 text-sm text-ink-muted">{text}</div>}
        </header>
        <div className="p-5 md:p-6">{children}</div>
        {footer && (
          <footer className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-t border-line px-5 py-4 md:px-6">
            {footer}
          </footer>
        )}
      </section>
    </Card>
  );
}
