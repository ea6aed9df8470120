import clsx from 'clsx';
import Check from 'lucide-react/icons/check';
import { type ComponentProps, type ReactNode, useId } from 'react';
import { FormError } from './field.tsx';

export interface CheckboxProps extends Omit<ComponentProps<'input'>, 'type' | 'className' | 'children'> {
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  /** Shown at the end of the line, such as the number of results. */
  aside?: ReactNode;
  className?: string | undefined;
}

export function Checkbox({ label, hint, error, aside, className, id, ...input }: CheckboxProps) {
  const ownId = useId();
  const controlId = id ?? ownId;
  const hintId = hint ? `${controlId}-hint` : undefined;
  const errorId = error ? `${controlId}-error` : undefined;
  return (
    <div className={clsx('flex flex-col gap-1', className)}>
      <div className="flex min-h-8 items-start gap-3">
        <span className="relative mt-1.5 grid size-5 shrink-0 place-items-center">
          <input
            type="checkbox"
            {...input}
            id={controlId}
            aria-describedby={[errorId, hintId].filter(Boolean).join(' ') || undefined}
            aria-invalid={error ? true : undefined}
            className="peer absolute -inset-0 size-5 appearance-none rounded-xs border border-line-strong bg-surface transition-colors checked:border-accent checked:bg-accent hover:border-ink-muted checked:hover:bg-accent-hover disabled:opacity-50 aria-invalid:border-danger"
          />
          <Check
            size={14}
            strokeWidth={3}
            aria-hidden="true"
            className="pointer-events-none relative text-accent-ink opacity-0 peer-checked:opacity-100"
          />
        </span>
        <label htmlFor={controlId} className="flex-1 py-1 text-ink">
          {label}
        </label>
        {aside && <span className="py-1 text-sm text-ink-muted tabular-nums">{aside}</span>}
      </div>
      {hint && (
        <p id={hintId} className="-mt-1 ps-8 text-sm text-ink-muted">
          {hint}
        </p>
      )}
      {error && <FormError id={errorId}>{error}</FormError>}
    </div>
  );
}
