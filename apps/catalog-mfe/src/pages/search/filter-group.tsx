import { type ReactNode, useId } from 'react';

/** One kind of filter with its name. */
export function FilterGroup({ title, children }: { title: string; children: ReactNode }) {
  const titleId = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a legend cannot be laid out as freely as a heading
    <div role="group" aria-labelledby={titleId} className="flex flex-col gap-2">
      <h3 id={titleId} className="text-sm font-semibold">
        {title}
      </h3>
      {children}
    </div>
  );
}
