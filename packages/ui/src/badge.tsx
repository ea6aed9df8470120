import clsx from 'clsx';
import type { ReactNode } from 'react';

export type Tone = 'neutral' | 'accent' | 'positive' | 'warning' | 'danger';

const tones: Record<Tone, string> = {
  neutral: 'bg-surface-sunken text-ink-muted',
  accent: 'bg-accent-soft text-accent',
  positive: 'bg-positive-soft text-positive',
  warning: 'bg-warning-soft text-warning',
  danger: 'bg-danger-soft text-danger',
};

const shape =
  'inline-flex w-fit items-center gap-1.5 rounded-full px-2.5 py-0.5 text-xs font-medium whitespace-nowrap';

export interface BadgeProps {
  tone?: Tone | undefined;
  /** In the accent's full strength, to be seen on a picture. */
  solid?: boolean | undefined;
  children: ReactNode;
}

/** A short word about something: "New", "−20%". */
export function Badge({ tone = 'neutral', solid, children }: BadgeProps) {
  return <span className={clsx(shape, solid ? 'bg-accent text-accent-ink' : tones[tone])}>{children}</span>;
}

/** The state of something, with a dot, so that colour is never the only sign beside the word. */
export function StatusBadge({
  tone = 'neutral',
  children,
}: {
  tone?: Tone | undefined;
  children: ReactNode;
}) {
  return (
    <span className={clsx(shape, tones[tone])}>
      <span className="size-1.5 rounded-full bg-current" aria-hidden="true" />
      {children}
    </span>
  );
}
