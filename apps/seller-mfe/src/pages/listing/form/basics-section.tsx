import type { CategoryNode } from '@plaza/contracts';
import { SelectField } from '@plaza/ui/select-field';
import { TextField } from '@plaza/ui/text-field';
import { useMemo } from 'react';
import { useFormContext } from 'react-hook-form';
import { messages } from '../../../messages.ts';
import { DescriptionField } from './description-field.tsx';
import { EditorSection } from './editor-section.tsx';
import type { ListingForm } from './listing-form.ts';

const texts = messages.editor;

/** Title, brand, category and description. */
export function BasicsSection({ categories }: { categories: readonly CategoryNode[] }) {
  const { register, formState } = useFormContext<ListingForm>();
  const { errors } = formState;
  const options = useMemo(() => listCategories(categories), [categories]);
  return (
    <EditorSection title={texts.basics}>
      <div className="flex flex-col gap-5">
        <TextField
          label={texts.title}
          hint={texts.titleHint}
          error={errors.title?.message}
          {...register('title')}
        />
        <div className="grid gap-5 sm:grid-cols-2">
          <TextField label={texts.brand} optional error={errors.brand?.message} {...register('brand')} />
          <SelectField
            label={texts.category}
            placeholder={texts.chooseCategory}
            options={options}
            error={errors.categoryId?.message}
            {...register('categoryId')}
          />
        </div>
        <DescriptionField />
      </div>
    </EditorSection>
  );
}

/** The tree as the lines of a select, each with the way to it: "Devices › Laptops". */
function listCategories(nodes: readonly CategoryNode[], above = ''): { value: string; label: string }[] {
  return nodes.flatMap((node) => {
    const label = `${above}${node.name}`;
    return [{ value: node.id, label }, ...listCategories(node.children, `${label} › `)];
  });
}
