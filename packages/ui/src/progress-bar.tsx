import clsx from 'clsx';

export interface ProgressBarProps {
  label: string;
  /** Between 0 and 1; left out when nobody knows. */
  share?: number | undefined;
  className?: string | undefined;
}

export function ProgressBar({ label, share, className }: ProgressBarProps) {
  const known = share === undefined ? undefined : Math.max(0, Math.min(1, share));
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={known === undefined ? undefined : Math.round(known * 100)}
      className={clsx('h-1.5 overflow-hidden rounded-full bg-surface-sunken', className)}
    >
      {known === undefined ? (
        <div className="h-full w-2/5 animate-slide rounded-full bg-accent" />
      ) : (
        <div
          className="h-full rounded-full bg-accent transition-[width] duration-300"
          style={{ width: `${known * 100}%` }}
        />
      )}
    </div>
  );
}
