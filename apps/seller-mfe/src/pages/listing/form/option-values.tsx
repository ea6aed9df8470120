import { Button } from '@plaza/ui/button';
import { FormError } from '@plaza/ui/field';
import { TextField } from '@plaza/ui/text-field';
import X from 'lucide-react/icons/x';
import { type KeyboardEvent, useState } from 'react';
import { messages } from '../../../messages.ts';

const texts = messages.editor;

export interface OptionValuesProps {
  /** Name of the option, as typed. */
  name: string;
  values: readonly string[];
  error: string | undefined;
  onChange: (values: string[]) => void;
  canAdd: (values: readonly string[]) => boolean;
  tooManyText: string;
}

/** The values of one option as a list to add to and take from. */
export function OptionValues(props: OptionValuesProps) {
  const { name, values, error, onChange, canAdd, tooManyText } = props;
  const [text, setText] = useState('');
  const [problem, setProblem] = useState('');

  function add(): void {
    const value = text.trim();
    if (value === '') return;
    const isTaken = values.some((known) => known.toLowerCase() === value.toLowerCase());
    const refusal = isTaken ? texts.valueTaken : canAdd([...values, value]) ? '' : tooManyText;
    setProblem(refusal);
    if (refusal) return;
    setText('');
    onChange([...values, value]);
  }
  function addOnEnter(event: KeyboardEvent): void {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    add();
  }

  return (
    <div className="flex flex-col gap-3">
      {values.length > 0 && (
        <ul aria-label={texts.optionValues(name)} className="flex flex-wrap gap-2">
          {values.map((value) => (
            <li
              key={value}
              className="inline-flex min-h-9 items-center gap-1 rounded-full bg-surface-sunken ps-4 pe-1.5 text-sm"
            >
              {value}
              <button
                type="button"
                aria-label={texts.removeValue(value)}
                title={texts.removeValue(value)}
                onClick={() => onChange(values.filter((other) => other !== value))}
                className="grid size-7 place-items-center rounded-full text-ink-muted hover:bg-line hover:text-ink"
              >
                <X size={14} aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="grid grid-cols-[1fr_auto] items-end gap-3 sm:max-w-md">
        <TextField
          label={texts.optionValue}
          required={false}
          maxLength={60}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={addOnEnter}
        />
        <Button variant="secondary" onClick={add}>
          {texts.addValue}
        </Button>
      </div>
      {(problem || error) && <FormError>{problem || error}</FormError>}
    </div>
  );
}
