import { Button } from '@plaza/ui/button';
import { IconButton } from '@plaza/ui/icon-button';
import { TextField } from '@plaza/ui/text-field';
import Plus from 'lucide-react/icons/plus';
import Trash from 'lucide-react/icons/trash-2';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { messages } from '../../../messages.ts';
import { EditorSection } from './editor-section.tsx';
import type { ListingForm } from './listing-form.ts';

const texts = messages.editor;
const MAX_SPECS = 50;

/** Names and values that shoppers compare. */
export function SpecsSection() {
  const { register, control, formState } = useFormContext<ListingForm>();
  const { fields, append, remove } = useFieldArray({ control, name: 'specs' });
  const errors = formState.errors.specs;
  return (
    <EditorSection title={texts.specs} hint={texts.specsHint}>
      <div className="flex flex-col gap-3">
        {fields.map((field, index) => (
          <div key={field.id} className="grid grid-cols-[1fr_1fr_auto] items-start gap-3">
            <TextField
              label={texts.specName(index + 1)}
              hideLabel
              placeholder={texts.specNamePlaceholder}
              error={errors?.[index]?.name?.message}
              {...register(`specs.${index}.name`)}
            />
            <TextField
              label={texts.specValue(index + 1)}
              hideLabel
              placeholder={texts.specValuePlaceholder}
              error={errors?.[index]?.value?.message}
              {...register(`specs.${index}.value`)}
            />
            <IconButton label={texts.removeSpec(index + 1)} onClick={() => remove(index)}>
              <Trash size={18} aria-hidden="true" />
            </IconButton>
          </div>
        ))}
        <Button
          variant="secondary"
          size="sm"
          className="self-start"
          icon={<Plus size={16} aria-hidden="true" />}
          disabled={fields.length >= MAX_SPECS}
          onClick={() => append({ name: '', value: '' })}
        >
          {texts.addSpec}
        </Button>
      </div>
    </EditorSection>
  );
}
