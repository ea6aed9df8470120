import { MAX_PICTURE_BYTES } from '@plaza/contracts';
import { Button } from '@plaza/ui/button';
import { FormError } from '@plaza/ui/field';
import { ProgressBar } from '@plaza/ui/progress-bar';
import ImagePlus from 'lucide-react/icons/image-plus';
import { type ChangeEvent, useRef, useState } from 'react';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { messages } from '../../../messages.ts';
import { EditorSection } from './editor-section.tsx';
import type { ListingForm } from './listing-form.ts';
import { PictureRow } from './picture-row.tsx';
import { uploadPicture } from './upload-picture.ts';

const texts = messages.editor;
const MAX_PICTURES = 12;

interface Upload {
  id: number;
  name: string;
  share: number;
}

/** Pictures in the order in which shoppers see them. */
export function PicturesSection() {
  const { control } = useFormContext<ListingForm>();
  const { fields, append, remove, move } = useFieldArray({ control, name: 'pictures' });
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const inputRef = useRef<HTMLInputElement>(null);
  const nextId = useRef(1);

  async function send(file: File): Promise<void> {
    const id = nextId.current++;
    const tell = (problem: string) => setProblems((known) => [...known, problem]);
    if (file.size > MAX_PICTURE_BYTES) {
      return tell(texts.tooLarge(file.name, MAX_PICTURE_BYTES / 1024 / 1024));
    }
    setUploads((known) => [...known, { id, name: file.name, share: 0 }]);
    const outcome = await uploadPicture(file, (share) =>
      setUploads((known) => known.map((upload) => (upload.id === id ? { ...upload, share } : upload))),
    );
    setUploads((known) => known.filter((upload) => upload.id !== id));
    if (outcome.ok) append(outcome.picture, { shouldFocus: false });
    else tell(outcome.message ? `${file.name}: ${outcome.message}` : texts.uploadFailed(file.name));
  }

  async function take(event: ChangeEvent<HTMLInputElement>): Promise<void> {
    const chosen = [...(event.target.files ?? [])];
    event.target.value = '';
    const room = MAX_PICTURES - fields.length - uploads.length;
    setProblems(chosen.length > room ? [texts.tooManyPictures(MAX_PICTURES)] : []);
    // One after another, so that they arrive in the order in which they were chosen.
    for (const file of chosen.slice(0, Math.max(0, room))) await send(file);
  }

  return (
    <EditorSection title={texts.pictures} hint={texts.picturesHint}>
      <div className="flex flex-col gap-4">
        {fields.length > 0 && (
          <ol className="flex flex-col gap-3">
            {fields.map((field, index) => (
              <PictureRow
                key={field.id}
                index={index}
                url={field.url}
                isLast={index === fields.length - 1}
                onMove={(by) => move(index, index + by)}
                onRemove={() => remove(index)}
              />
            ))}
          </ol>
        )}
        {uploads.map((upload) => (
          <div key={upload.id} className="flex flex-col gap-2 text-sm">
            <p className="wrap-anywhere">{texts.uploading(upload.name)}</p>
            <ProgressBar label={texts.uploading(upload.name)} share={upload.share} />
          </div>
        ))}
        <div role="status">
          {problems.map((problem) => (
            <FormError key={problem}>{problem}</FormError>
          ))}
        </div>
        <input
          ref={inputRef}
          type="file"
          accept="image/jpeg,image/png,image/webp,image/avif"
          multiple
          hidden
          aria-label={texts.choosePictures}
          onChange={(event) => void take(event)}
        />
        <Button
          variant="secondary"
          className="self-start"
          icon={<ImagePlus size={18} aria-hidden="true" />}
          disabled={fields.length >= MAX_PICTURES}
          onClick={() => inputRef.current?.click()}
        >
          {texts.choosePictures}
        </Button>
      </div>
    </EditorSection>
  );
}
