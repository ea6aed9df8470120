import clsx from 'clsx';
import ChevronDown from 'lucide-react/icons/chevron-down';
import type { ComponentProps } from 'react';
import { controlClass, Field, type FieldTexts } from './field.tsx';

export interface SelectOption {
  value: string;
  label: string;
  disabled?: boolean | undefined;
}

export interface SelectFieldProps
  extends Omit<ComponentProps<'select'>, 'className' | 'children' | 'size'>,
    FieldTexts {
  options: readonly SelectOption[];
  /** A first, empty choice such as "Choose a country". */
  placeholder?: string | undefined;
  size?: 'sm' | 'md' | undefined;
}

/** A labelled native select: the device's own picker, keyboard and all. */
export function SelectField(props: SelectFieldProps) {
  const { label, hint, error, optional, optionalLabel, hideLabel, className, id, ...rest } = props;
  const { options, placeholder, size = 'md', ...select } = rest;
  const texts = { label, hint, error, optional, optionalLabel, hideLabel, className };
  return (
    <Field {...texts} id={id}>
      {(control) => (
        <span className="relative flex">
          <select
            required={!optional}
            {...select}
            {...control}
            className={clsx(controlClass, 'appearance-none pe-10', size === 'sm' ? 'h-9 text-sm' : 'h-11')}
          >
            {placeholder !== undefined && <option value="">{placeholder}</option>}
            {options.map((option) => (
              <option key={option.value} value={option.value} disabled={option.disabled}>
                {option.label}
              </option>
            ))}
          </select>
          <ChevronDown
            size={18}
            aria-hidden="true"
            className="pointer-events-none absolute end-3 top-1/2 -translate-y-1/2 text-ink-muted"
          />
        </span>
      )}
    </Field>
  );
}
