import clsx from 'clsx';
import Check from 'lucide-react/icons/check';
import X from 'lucide-react/icons/x';
import type { ReactNode } from 'react';
import * as messages from './messages.ts';
import { VisuallyHidden } from './visually-hidden.tsx';

export type StepState = 'done' | 'current' | 'next' | 'failed';

export interface TimelineStep {
  id: string;
  title: string;
  /** When it happened or will happen, formatted for people. */
  time?: string | undefined;
  text?: ReactNode;
  state: StepState;
}

export interface TimelineProps {
  label: string;
  steps: readonly TimelineStep[];
  stateLabels?: Record<StepState, string> | undefined;
  className?: string | undefined;
}

const defaultLabels: Record<StepState, string> = {
  done: messages.stepDone,
  current: messages.stepCurrent,
  next: messages.stepNext,
  failed: messages.stepFailed,
};

const dots: Record<StepState, string> = {
  done: 'bg-accent text-accent-ink',
  current: 'border-2 border-accent bg-surface',
  next: 'border-2 border-line bg-surface',
  failed: 'bg-danger text-danger-ink',
};

/** What happened to something, and what comes: the progress of an order. */
export function Timeline({ label, steps, stateLabels = defaultLabels, className }: TimelineProps) {
  return (
    <ol aria-label={label} className={clsx('flex flex-col', className)}>
      {steps.map((step, index) => (
        <li
          key={step.id}
          aria-current={step.state === 'current' ? 'step' : undefined}
          className="relative flex gap-4 pb-6 last:pb-0"
        >
          {index < steps.length - 1 && (
            <span
              aria-hidden="true"
              className={clsx(
                'absolute start-2.75 top-7 bottom-1 w-0.5 rounded-full',
                step.state === 'done' ? 'bg-accent' : 'bg-line',
              )}
            />
          )}
          <span
            aria-hidden="true"
            className={clsx('grid size-6 shrink-0 place-items-center rounded-full', dots[step.state])}
          >
            {step.state === 'done' && <Check size={14} strokeWidth={3} />}
            {step.state === 'failed' && <X size={14} strokeWidth={3} />}
            {step.state === 'current' && <span className="size-2 rounded-full bg-accent" />}
          </span>
          <div className="flex-1">
            <p className={clsx('font-medium', step.state === 'next' ? 'text-ink-muted' : 'text-ink')}>
              {step.title} <VisuallyHidden>{`(${stateLabels[step.state]})`}</VisuallyHidden>
            </p>
            {step.time && <p className="text-sm text-ink-muted tabular-nums">{step.time}</p>}
            {step.text && <div className="mt-1 text-sm text-ink-muted">{step.text}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
