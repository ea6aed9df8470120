import { Card } from '@plaza/ui/card';
import { type ReactNode, useId } from 'react';

/** A part of a page with its own heading. */
export function Section({ title, text, children }: { title: string; text?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <Card padding="lg">
      <section aria-labelledby={id} className="flex flex-col gap-5">
        <header>
          <h2 id={id} className="text-xl font-semibold">
            {title}
          </h2>
          {text && <p className="mt-1.5 text-ink-muted">{text}</p>}
        </header>
        {children}
      </section>
    </Card>
  );
}
