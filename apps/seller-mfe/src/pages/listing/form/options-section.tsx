import { MAX_OPTIONS, MAX_VARIANTS } from '@plaza/contracts';
import { Button } from '@plaza/ui/button';
import { IconButton } from '@plaza/ui/icon-button';
import { TextField } from '@plaza/ui/text-field';
import Plus from 'lucide-react/icons/plus';
import Trash from 'lucide-react/icons/trash-2';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { messages } from '../../../messages.ts';
import { EditorSection } from './editor-section.tsx';
import { type ListingForm, newVariant } from './listing-form.ts';
import { OptionValues } from './option-values.tsx';
import { arrangeVariants, countCombinations } from './variants-matrix.ts';

const texts = messages.editor;

/** How the versions of a product differ. Every change arranges the variants anew and keeps those that still fit. */
export function OptionsSection() {
  const { register, control, formState, getValues, setValue, watch } = useFormContext<ListingForm>();
  const { fields, append, remove } = useFieldArray({ control, name: 'options' });
  const options = watch('options');
  const errors = formState.errors.options;

  function arrange(): void {
    // An option without values yet is not a difference yet.
    const filled = getValues('options').filter((option) => option.values.length > 0);
    setValue('variants', arrangeVariants(filled, getValues('variants'), newVariant), { shouldDirty: true });
  }
  /** True when the options with this change still make no more variants than a product may have. */
  const fits = (index: number, values: readonly string[]) =>
    countCombinations(
      options.map((option, at) => (at === index ? { values } : option)).filter((o) => o.values.length > 0),
    ) <= MAX_VARIANTS;

  function changeValues(index: number, values: string[]): void {
    setValue(`options.${index}.values`, values, { shouldDirty: true, shouldValidate: true });
    arrange();
  }

  return (
    <EditorSection title={texts.options} hint={texts.optionsHint}>
      <div className="flex flex-col gap-5">
        {fields.map((field, index) => {
          const option = options[index] ?? { name: '', values: [] };
          return (
            <div key={field.id} className="rounded-md border border-line p-4">
              <div className="mb-4 grid grid-cols-[1fr_auto] items-end gap-3 sm:max-w-md">
                <TextField
                  label={texts.optionName}
                  placeholder={texts.optionNamePlaceholder}
                  error={errors?.[index]?.name?.message}
                  {...register(`options.${index}.name`)}
                />
                <IconButton
                  label={texts.removeOption(option.name)}
                  onClick={() => {
                    remove(index);
                    arrange();
                  }}
                >
                  <Trash size={18} aria-hidden="true" />
                </IconButton>
              </div>
              <OptionValues
                name={option.name}
                values={option.values}
                error={errors?.[index]?.values?.message}
                onChange={(values) => changeValues(index, values)}
                canAdd={(values) => fits(index, values)}
                tooManyText={texts.tooManyVariants(MAX_VARIANTS)}
              />
            </div>
          );
        })}
        <Button
          variant="secondary"
          size="sm"
          className="self-start"
          icon={<Plus size={16} aria-hidden="true" />}
          disabled={fields.length >= MAX_OPTIONS}
          onClick={() => append({ name: '', values: [] })}
        >
          {texts.addOption}
        </Button>
      </div>
    </EditorSection>
  );
}
