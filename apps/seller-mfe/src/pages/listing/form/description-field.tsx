import { IconButton } from '@plaza/ui/icon-button';
import { Tabs } from '@plaza/ui/tabs';
import { TextArea } from '@plaza/ui/text-area';
import Bold from 'lucide-react/icons/bold';
import Heading from 'lucide-react/icons/heading';
import Italic from 'lucide-react/icons/italic';
import List from 'lucide-react/icons/list';
import Pilcrow from 'lucide-react/icons/pilcrow';
import { useId, useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { messages } from '../../../messages.ts';
import { DescriptionPreview } from './description-preview.tsx';
import type { ListingForm } from './listing-form.ts';
import { type Markup, wrapSelection } from './wrap-selection.ts';

const texts = messages.editor;
const tools: readonly { markup: Markup; label: string; Icon: typeof Bold }[] = [
  { markup: 'heading', label: texts.heading, Icon: Heading },
  { markup: 'paragraph', label: texts.paragraph, Icon: Pilcrow },
  { markup: 'bold', label: texts.bold, Icon: Bold },
  { markup: 'italic', label: texts.italic, Icon: Italic },
  { markup: 'list', label: texts.list, Icon: List },
];

/** The description as HTML, with buttons for the usual marks and a preview of what buyers will see. */
export function DescriptionField() {
  const { register, formState, setValue, watch } = useFormContext<ListingForm>();
  const id = useId();
  const [tab, setTab] = useState('write');
  const html = watch('descriptionHtml');

  function apply(markup: Markup): void {
    const area = document.getElementById(id);
    if (!(area instanceof HTMLTextAreaElement)) return;
    const next = wrapSelection(area.value, { start: area.selectionStart, end: area.selectionEnd }, markup);
    setValue('descriptionHtml', next.text, { shouldDirty: true });
    area.focus();
    area.setSelectionRange(next.selection.start, next.selection.end);
  }

  const write = (
    <div className="flex flex-col gap-2">
      <div role="toolbar" aria-label={texts.formatting} aria-controls={id} className="flex gap-1">
        {tools.map(({ markup, label, Icon }) => (
          <IconButton key={markup} size="sm" label={label} onClick={() => apply(markup)}>
            <Icon size={18} aria-hidden="true" />
          </IconButton>
        ))}
      </div>
      <TextArea
        id={id}
        label={texts.description}
        hideLabel
        optional
        rows={10}
        hint={texts.descriptionHint}
        error={formState.errors.descriptionHtml?.message}
        {...register('descriptionHtml')}
      />
    </div>
  );
  return (
    <div>
      <p className="mb-1 text-sm font-medium">{texts.description}</p>
      <Tabs
        label={texts.description}
        value={tab}
        onChange={setTab}
        tabs={[
          { id: 'write', label: texts.write, content: write },
          {
            id: 'preview',
            label: texts.preview,
            content: tab === 'preview' && <DescriptionPreview html={html} />,
          },
        ]}
      />
    </div>
  );
}
