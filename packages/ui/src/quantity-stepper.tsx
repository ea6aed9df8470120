import clsx from 'clsx';
import Minus from 'lucide-react/icons/minus';
import Plus from 'lucide-react/icons/plus';
import { useId, useState } from 'react';
import * as messages from './messages.ts';
import { clampQuantity } from './quantity.ts';

export interface QuantityStepperProps {
  value: number;
  onChange: (quantity: number) => void;
  min?: number | undefined;
  max: number;
  disabled?: boolean | undefined;
  size?: 'sm' | 'md' | undefined;
  /** Names what is counted: "Quantity of USB-C cable". */
  label?: string | undefined;
  decreaseLabel?: string | undefined;
  increaseLabel?: string | undefined;
  className?: string | undefined;
}

/** A whole number between two bounds: buttons, arrow keys, or typed (taken on Enter or when the field is left). */
export function QuantityStepper(props: QuantityStepperProps) {
  const { value, onChange, min = 1, max, disabled, size = 'md', label, className } = props;
  const [draft, setDraft] = useState<string | null>(null);
  const inputId = useId();
  const name = label ?? messages.quantity;

  function commit(text: string): void {
    setDraft(null);
    const quantity = clampQuantity(text, { min, max, fallback: value });
    if (quantity !== value) onChange(quantity);
  }
  const step = (by: number) => commit(String(value + by));
  const stepClass = clsx(
    'grid h-full shrink-0 place-items-center text-ink transition-colors hover:bg-surface-sunken disabled:cursor-not-allowed disabled:text-ink-faint disabled:opacity-45 disabled:hover:bg-transparent',
    size === 'sm' ? 'w-9' : 'w-11',
  );
  return (
    <fieldset
      className={clsx(
        'inline-flex items-stretch overflow-hidden rounded-sm border border-line-strong bg-surface has-[input:focus-visible]:border-focus',
        size === 'sm' ? 'h-9' : 'h-11',
        className,
      )}
      disabled={disabled}
    >
      <legend className="sr-only">{name}</legend>
      <button
        type="button"
        className={clsx(stepClass, '-outline-offset-2')}
        disabled={value <= min}
        aria-label={props.decreaseLabel ?? messages.decrease}
        aria-controls={inputId}
        onClick={() => step(-1)}
      >
        <Minus size={16} aria-hidden="true" />
      </button>
      <input
        id={inputId}
        type="number"
        inputMode="numeric"
        aria-label={name}
        min={min}
        max={max}
        step={1}
        value={draft ?? value}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={(event) => commit(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit(event.currentTarget.value);
          if (event.key === 'Escape') setDraft(null);
        }}
        className={clsx(
          'bg-transparent text-center text-ink tabular-nums -outline-offset-2',
          size === 'sm' ? 'w-9 text-sm' : 'w-11 text-base',
        )}
      />
      <button
        type="button"
        className={clsx(stepClass, '-outline-offset-2')}
        disabled={value >= max}
        aria-label={props.increaseLabel ?? messages.increase}
        aria-controls={inputId}
        onClick={() => step(1)}
      >
        <Plus size={16} aria-hidden="true" />
      </button>
    </fieldset>
  );
}
