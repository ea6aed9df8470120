import { Card } from '@plaza/ui/card';
import { type ReactNode, useId } from 'react';

export interface EditorSectionProps {
  title: string;
  hint?: string | undefined;
  aside?: ReactNode;
  children: ReactNode;
}

/** A part of the form with its heading. */
export function EditorSection({ title, hint, aside, children }: EditorSectionProps) {
  const headingId = useId();
  return (
    <Card padding="none">
      <section aria-labelledby={headingId} className="p-5 md:p-7">
        <div className="mb-5 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
          <h2 id={headingId} className="text-xl font-semibold">
            {title}
          </h2>
          {aside && <span className="text-sm text-ink-muted">{aside}</span>}
          {hint && <p className="basis-full text-sm text-ink-muted">{hint}</p>}
        </div>
        {children}
      </section>
    </Card>
  );
}
