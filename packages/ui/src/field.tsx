import clsx from 'clsx';
import CircleAlert from 'lucide-react/icons/circle-alert';
import { type ReactNode, useId } from 'react';
import * as messages from './messages.ts';

export interface FieldTexts {
  label: string;
  hint?: ReactNode;
  /** One line that says what is wrong and what to do. */
  error?: string | undefined;
  /** Marks the label when a field may stay empty; fields are taken as required otherwise. */
  optional?: boolean | undefined;
  optionalLabel?: string | undefined;
  hideLabel?: boolean | undefined;
  className?: string | undefined;
}

/** Attributes that tie a control to its label, hint and error. */
export interface ControlWiring {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

interface FieldProps extends FieldTexts {
  id?: string | undefined;
  children: (control: ControlWiring) => ReactNode;
}

/** Label, hint and error around one control; the control gets the ids that connect them. */
export function Field(props: FieldProps) {
  const { label, hint, error, optional, optionalLabel, hideLabel, className, id, children } = props;
  const ownId = useId();
  const controlId = id ?? ownId;
  const hintId = hint ? `${controlId}-hint` : undefined;
  const errorId = error ? `${controlId}-error` : undefined;
  return (
    <div className={clsx('flex flex-col gap-1.5', className)}>
      <label htmlFor={controlId} className={hideLabel ? 'sr-only' : 'text-sm font-medium text-ink'}>
        {label}
        {optional && (
          <>
            {' '}
            <span className="font-normal text-ink-muted">{optionalLabel ?? messages.optional}</span>
          </>
        )}
      </label>
      {children({
        id: controlId,
        'aria-describedby': [errorId, hintId].filter(Boolean).join(' ') || undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {error && <FormError id={errorId}>{error}</FormError>}
      {hint && (
        <p id={hintId} className="text-sm text-ink-muted">
          {hint}
        </p>
      )}
    </div>
  );
}

/** An error under a control or a group. */
export function FormError({ id, children }: { id?: string | undefined; children: ReactNode }) {
  return (
    <p id={id} className="flex items-start gap-1.5 text-sm text-danger">
      <CircleAlert size={16} className="mt-0.75 shrink-0" aria-hidden="true" />
      <span>{children}</span>
    </p>
  );
}

/** The box that text controls share. */
export const controlClass =
  'w-full rounded-sm border border-line-strong bg-surface px-3.5 text-base text-ink transition-colors hover:border-ink-muted focus-visible:border-focus focus-visible:outline-1 focus-visible:outline-offset-0 disabled:cursor-not-allowed disabled:bg-surface-sunken disabled:text-ink-muted aria-invalid:border-danger';
