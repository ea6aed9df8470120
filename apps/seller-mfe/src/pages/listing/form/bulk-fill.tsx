import { Button } from '@plaza/ui/button';
import { SelectField } from '@plaza/ui/select-field';
import { TextField } from '@plaza/ui/text-field';
import { useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { messages } from '../../../messages.ts';
import { type ListingForm, makeSku } from './listing-form.ts';

const texts = messages.editor;
const columns = [
  { value: 'priceMinor', label: texts.price },
  { value: 'compareAtPriceMinor', label: texts.compareAt },
  { value: 'onHandQuantity', label: texts.stock },
  { value: 'weightGrams', label: texts.weight },
  { value: 'sku', label: texts.bulkSku },
] as const;

/** Writes one value into a column of all variants; SKUs are made of a prefix and the variant's values. */
export function BulkFill() {
  const { getValues, setValue } = useFormContext<ListingForm>();
  const [column, setColumn] = useState<(typeof columns)[number]['value']>('priceMinor');
  const [text, setText] = useState('');

  function fill(): void {
    getValues('variants').forEach(({ optionValues }, index) => {
      const value = column === 'sku' ? makeSku(text, optionValues) : text.trim();
      setValue(`variants.${index}.${column}`, value, { shouldDirty: true, shouldValidate: true });
    });
    setText('');
  }

  return (
    <fieldset className="grid items-end gap-3 rounded-md bg-surface-sunken p-4 sm:grid-cols-[12rem_12rem_auto] sm:justify-start">
      <legend className="float-start font-medium sm:col-span-3">{texts.bulkTitle}</legend>
      <SelectField
        label={texts.bulkField}
        required={false}
        value={column}
        options={columns}
        onChange={(event) => {
          const chosen = columns.find(({ value }) => value === event.target.value);
          if (chosen) setColumn(chosen.value);
        }}
      />
      <TextField
        label={texts.bulkValue}
        required={false}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.preventDefault();
            fill();
          }
        }}
      />
      <Button variant="secondary" onClick={fill}>
        {texts.bulkApply}
      </Button>
    </fieldset>
  );
}
