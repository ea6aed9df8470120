import { IconButton } from '@plaza/ui/icon-button';
import { Picture } from '@plaza/ui/picture';
import { TextField } from '@plaza/ui/text-field';
import ArrowDown from 'lucide-react/icons/arrow-down';
import ArrowUp from 'lucide-react/icons/arrow-up';
import Trash from 'lucide-react/icons/trash-2';
import { useFormContext } from 'react-hook-form';
import { messages } from '../../../messages.ts';
import type { ListingForm } from './listing-form.ts';

const texts = messages.editor;

export interface PictureRowProps {
  index: number;
  url: string;
  isLast: boolean;
  /** -1 moves it forward, 1 back. */
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

/** One picture with its description and its place. */
export function PictureRow({ index, url, isLast, onMove, onRemove }: PictureRowProps) {
  const { register, formState } = useFormContext<ListingForm>();
  const position = index + 1;
  return (
    <li className="grid grid-cols-[5rem_1fr] items-center gap-x-4 gap-y-2 sm:grid-cols-[5rem_1fr_auto]">
      <Picture src={url} alt="" className="aspect-square rounded-sm" />
      <TextField
        label={texts.altOf(position)}
        hideLabel
        required={false}
        placeholder={texts.alt}
        error={formState.errors.pictures?.[index]?.alt?.message}
        {...register(`pictures.${index}.alt`)}
      />
      <span className="flex justify-end max-sm:col-span-2">
        <IconButton label={texts.moveUp(position)} disabled={index === 0} onClick={() => onMove(-1)}>
          <ArrowUp size={18} aria-hidden="true" />
        </IconButton>
        <IconButton label={texts.moveDown(position)} disabled={isLast} onClick={() => onMove(1)}>
          <ArrowDown size={18} aria-hidden="true" />
        </IconButton>
        <IconButton label={texts.removePicture(position)} onClick={onRemove}>
          <Trash size={18} aria-hidden="true" />
        </IconButton>
      </span>
    </li>
  );
}
