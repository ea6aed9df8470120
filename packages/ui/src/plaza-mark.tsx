import clsx from 'clsx';

/** Plaza's mark: four buildings around an open square, seen from above. */
export function PlazaMark({ className }: { className?: string | undefined }) {
  return (
    <svg viewBox="0 0 24 24" className={clsx('size-7 shrink-0', className)} aria-hidden="true">
      <rect x="1.5" y="1.5" width="13" height="6.5" rx="1.75" fill="var(--plaza-accent)" />
      <rect x="16" y="1.5" width="6.5" height="13" rx="1.75" fill="currentColor" />
      <rect x="9.5" y="16" width="13" height="6.5" rx="1.75" fill="currentColor" />
      <rect x="1.5" y="9.5" width="6.5" height="13" rx="1.75" fill="currentColor" />
    </svg>
  );
}

/** Mark and name side by side. */
export function PlazaLogo({ className }: { className?: string | undefined }) {
  return (
    <span className={clsx('inline-flex items-center gap-2.5 text-ink', className)}>
      <PlazaMark />
      <span className="text-xl font-semibold tracking-tight">Plaza</span>
    </span>
  );
}
