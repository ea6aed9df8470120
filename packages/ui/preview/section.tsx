import type { ReactNode } from 'react';

export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="flex flex-col gap-6">
      <h2 className="text-2xl font-semibold">{title}</h2>
      {children}
    </section>
  );
}
