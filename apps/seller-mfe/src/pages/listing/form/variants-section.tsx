import { type Column, DataTable } from '@plaza/ui/data-table';
import { TextField } from '@plaza/ui/text-field';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { messages } from '../../../messages.ts';
import { BulkFill } from './bulk-fill.tsx';
import { EditorSection } from './editor-section.tsx';
import type { ListingForm } from './listing-form.ts';

const texts = messages.editor;

/** Price, stock and codes of every variant. */
export function VariantsSection() {
  const { control } = useFormContext<ListingForm>();
  const { fields } = useFieldArray({ control, name: 'variants', keyName: 'key' });
  const isSingle = fields.length === 1 && fields[0]?.optionValues.length === 0;
  return (
    <EditorSection
      title={isSingle ? texts.single : texts.variants}
      aside={isSingle ? undefined : texts.variantCount(fields.length)}
      hint={texts.compareAtHint}
    >
      {isSingle ? (
        <div className="grid gap-5 sm:grid-cols-2 lg:grid-cols-3">
          {variantFields.map(({ name, label }) => (
            <VariantField key={name} index={0} name={name} label={label} />
          ))}
        </div>
      ) : (
        <div className="flex flex-col gap-5">
          {fields.length > 1 && <BulkFill />}
          <DataTable
            caption={texts.variants}
            columns={columns}
            rows={numbered(fields)}
            rowKey={(row) => row.key}
          />
        </div>
      )}
    </EditorSection>
  );
}

type VariantFieldName =
  | 'priceMinor'
  | 'compareAtPriceMinor'
  | 'onHandQuantity'
  | 'sku'
  | 'weightGrams'
  | 'barcode';

const variantFields: readonly { name: VariantFieldName; label: string }[] = [
  { name: 'priceMinor', label: texts.price },
  { name: 'compareAtPriceMinor', label: texts.compareAt },
  { name: 'onHandQuantity', label: texts.stock },
  { name: 'sku', label: texts.sku },
  { name: 'weightGrams', label: texts.weight },
  { name: 'barcode', label: texts.barcode },
];

interface VariantRow {
  key: string;
  index: number;
  label: string;
}

const numbered = (fields: readonly { key: string; optionValues: readonly string[] }[]): VariantRow[] =>
  fields.map(({ key, optionValues }, index) => ({ key, index, label: optionValues.join(' / ') }));

const columns: Column<VariantRow>[] = [
  { id: 'variant', header: texts.variant, primary: true, cell: ({ label }) => label, className: 'min-w-28' },
  ...variantFields.map(({ name, label }) => ({
    id: name,
    header: label,
    cell: (row: VariantRow) => (
      <VariantField index={row.index} name={name} label={texts.of(label, row.label)} hideLabel />
    ),
  })),
];

interface VariantFieldProps {
  index: number;
  name: VariantFieldName;
  label: string;
  hideLabel?: boolean;
}

function VariantField({ index, name, label, hideLabel }: VariantFieldProps) {
  const { register, getFieldState, formState } = useFormContext<ListingForm>();
  const path = `variants.${index}.${name}` as const;
  const { error } = getFieldState(path, formState);
  const isOptional = name === 'compareAtPriceMinor' || name === 'barcode';
  const isText = name === 'sku' || name === 'barcode';
  return (
    <TextField
      label={label}
      hideLabel={hideLabel}
      required={!isOptional}
      optional={isOptional && !hideLabel}
      inputMode={isText ? 'text' : 'decimal'}
      autoComplete="off"
      error={error?.message}
      className={isText ? 'min-w-40' : 'min-w-22'}
      {...register(path)}
    />
  );
}
