import clsx from 'clsx';
import { type ReactNode, useId } from 'react';
import { FormError } from './field.tsx';

export interface RadioOption<Value extends string> {
  value: Value;
  label: ReactNode;
  description?: ReactNode;
  /** Shown at the end of a card, such as a price. */
  aside?: ReactNode;
  disabled?: boolean | undefined;
}

export interface RadioCardsProps<Value extends string> {
  legend: string;
  hideLegend?: boolean | undefined;
  /** The chosen value, said beside the legend: "Colour: Graphite". */
  legendValue?: ReactNode;
  name?: string | undefined;
  options: readonly RadioOption<Value>[];
  value: Value | undefined;
  onChange: (value: Value) => void;
  /** `list` for choices that need a line each, `chips` for short ones such as sizes and colours. */
  layout?: 'list' | 'chips' | undefined;
  error?: string | undefined;
  className?: string | undefined;
}

/** One of several, as native radio buttons that look like cards or chips. */
export function RadioCards<Value extends string>(props: RadioCardsProps<Value>) {
  const {
    legend,
    hideLegend,
    legendValue,
    options,
    value,
    onChange,
    layout = 'list',
    error,
    className,
  } = props;
  const ownName = useId();
  const name = props.name ?? ownName;
  const errorId = `${ownName}-error`;
  return (
    <fieldset
      className={clsx('min-w-0', className)}
      aria-invalid={error ? true : undefined}
      aria-describedby={error ? errorId : undefined}
    >
      <legend className={hideLegend ? 'sr-only' : 'mb-2.5 text-sm font-medium text-ink'}>
        {legend}
        {legendValue && <span className="font-normal text-ink-muted"> {legendValue}</span>}
      </legend>
      <div className={layout === 'chips' ? 'flex flex-wrap gap-2' : 'flex flex-col gap-2'}>
        {options.map((option) => (
          <label
            key={option.value}
            className={clsx(
              'relative flex cursor-pointer rounded-sm border border-line-strong/60 bg-surface text-ink transition-colors hover:border-ink-muted has-checked:border-accent has-checked:bg-accent-soft has-checked:shadow-[inset_0_0_0_1px_var(--plaza-accent)] has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus has-disabled:cursor-not-allowed has-disabled:border-line has-disabled:text-ink-faint',
              layout === 'chips'
                ? 'min-h-11 items-center gap-2 px-4 text-sm font-medium'
                : 'items-start gap-3 p-4',
            )}
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              disabled={option.disabled}
              onChange={() => onChange(option.value)}
              className="peer sr-only"
            />
            {layout === 'list' && <RadioDot />}
            <span className="flex-1">
              <span className={clsx('font-medium', option.disabled && 'line-through decoration-1')}>
                {option.label}
              </span>
              {option.description && (
                <span className="mt-0.5 block text-sm text-ink-muted">{option.description}</span>
              )}
            </span>
            {option.aside && <span className="font-medium tabular-nums">{option.aside}</span>}
          </label>
        ))}
      </div>
      {error && (
        <div className="mt-2">
          <FormError id={errorId}>{error}</FormError>
        </div>
      )}
    </fieldset>
  );
}

function RadioDot() {
  return (
    <span
      aria-hidden="true"
      className="mt-0.5 size-5 shrink-0 rounded-full border border-line-strong bg-surface peer-checked:border-6 peer-checked:border-accent"
    />
  );
}
