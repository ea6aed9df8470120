import clsx from 'clsx';
import type { ComponentProps, ReactNode } from 'react';
import { controlClass, Field, type FieldTexts } from './field.tsx';

export interface TextFieldProps extends Omit<ComponentProps<'input'>, 'className'>, FieldTexts {
  /** Shown inside the box before or after the text: an icon, a currency, a unit. */
  leading?: ReactNode;
  trailing?: ReactNode;
}

/** A labelled line of text; takes everything that `<input>` takes (a form library's `register` too). */
export function TextField(props: TextFieldProps) {
  const {
    label,
    hint,
    error,
    optional,
    optionalLabel,
    hideLabel,
    className,
    leading,
    trailing,
    id,
    ...input
  } = props;
  const texts = { label, hint, error, optional, optionalLabel, hideLabel, className };
  return (
    <Field {...texts} id={id}>
      {(control) => (
        <span className="relative flex">
          {leading && <Adornment side="start">{leading}</Adornment>}
          <input
            required={!optional && input.type !== 'search'}
            {...input}
            {...control}
            className={clsx(
              controlClass,
              'h-11 read-only:bg-surface-sunken',
              Boolean(leading) && 'ps-10',
              Boolean(trailing) && 'pe-12',
            )}
          />
          {trailing && <Adornment side="end">{trailing}</Adornment>}
        </span>
      )}
    </Field>
  );
}

function Adornment({ side, children }: { side: 'start' | 'end'; children: ReactNode }) {
  return (
    <span
      className={clsx(
        'absolute inset-y-0 flex items-center text-ink-muted',
        side === 'start' ? 'pointer-events-none start-3.5' : 'end-3.5',
      )}
    >
      {children}
    </span>
  );
}
