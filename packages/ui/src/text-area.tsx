import clsx from 'clsx';
import type { ComponentProps } from 'react';
import { controlClass, Field, type FieldTexts } from './field.tsx';

export interface TextAreaProps extends Omit<ComponentProps<'textarea'>, 'className'>, FieldTexts {}

/** Labelled text of several lines; grows with what is written where the browser can. */
export function TextArea(props: TextAreaProps) {
  const { label, hint, error, optional, optionalLabel, hideLabel, className, id, ...area } = props;
  const texts = { label, hint, error, optional, optionalLabel, hideLabel, className };
  return (
    <Field {...texts} id={id}>
      {(control) => (
        <textarea
          rows={4}
          required={!optional}
          {...area}
          {...control}
          className={clsx(controlClass, 'field-sizing-content min-h-28 resize-y py-2.5')}
        />
      )}
    </Field>
  );
}
