import clsx from 'clsx';
import type { StepState, TimelineStep } from './timeline.tsx';

export interface StepTrackProps {
  label: string;
  steps: readonly TimelineStep[];
  className?: string | undefined;
}

const bars: Record<StepState, string> = {
  done: 'bg-accent',
  current: 'bg-accent',
  next: 'bg-line',
  failed: 'bg-danger',
};

/** A timeline in two lines: a bar of its steps, and the one that was reached last. */
export function StepTrack({ label, steps, className }: StepTrackProps) {
  const reached = steps.filter(({ state }) => state !== 'next');
  const last = reached.at(-1);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={steps.length}
      aria-valuenow={reached.length}
      aria-valuetext={[last?.title, last?.time].filter(Boolean).join(', ')}
      className={className}
    >
      <div aria-hidden="true" className="flex gap-1.5">
        {steps.map((step) => (
          <span key={step.id} className={clsx('h-1.5 flex-1 rounded-full', bars[step.state])} />
        ))}
      </div>
      {last && (
        <div className="mt-2 flex flex-wrap justify-between gap-x-4 text-sm">
          <span className="font-medium">{last.title}</span>
          {last.time && <span className="text-ink-muted tabular-nums">{last.time}</span>}
        </div>
      )}
    </div>
  );
}
