import type { Listing } from '@plaza/contracts';
import { Button } from '@plaza/ui/button';
import { Notice } from '@plaza/ui/notice';
import { useFormContext } from 'react-hook-form';
import { messages } from '../../../messages.ts';
import { countErrors } from './count-errors.ts';
import type { ListingForm } from './listing-form.ts';
import type { Saving } from './use-save-listing.ts';

const texts = messages.editor;

/** Stays in view: what is not saved, what is wrong, and the buttons. */
export function SaveBar({ listing, saving }: { listing: Listing | null; saving: Saving }) {
  const { formState } = useFormContext<ListingForm>();
  const errors = countErrors(formState.errors);
  const isPublished = listing?.status === 'published';
  const { busy, problem } = saving;
  return (
    <div className="sticky bottom-(--plaza-dock) z-10 -mx-4 flex flex-col gap-3 border-t border-line bg-canvas px-4 py-4 sm:-mx-6 sm:px-6">
      {problem?.kind === 'refused' && (
        <Notice tone="danger" title={texts.refusedTitle}>
          {problem.message}
        </Notice>
      )}
      {problem?.kind === 'elsewhere' && (
        <Notice
          tone="warning"
          title={texts.elsewhereTitle}
          actions={
            <>
              <Button size="sm" onClick={() => void saving.keepMine(problem.status)}>
                {texts.keepMine}
              </Button>
              <Button size="sm" variant="secondary" onClick={() => void saving.loadTheirs()}>
                {texts.loadTheirs}
              </Button>
            </>
          }
        >
          {texts.elsewhereText}
        </Notice>
      )}
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p role="status" className={errors > 0 ? 'text-sm text-danger' : 'text-sm text-ink-muted'}>
          {errors > 0
            ? texts.fixErrors(errors)
            : formState.isDirty
              ? texts.unsaved
              : !listing && texts.notSaved}
        </p>
        <div className="flex flex-wrap gap-3">
          <Button variant="secondary" busy={busy === 'draft'} onClick={() => void saving.save('draft')}>
            {isPublished ? texts.toDraft : texts.saveDraft}
          </Button>
          <Button
            busy={busy === 'published'}
            busyLabel={texts.saving}
            onClick={() => void saving.save('published')}
          >
            {isPublished ? texts.saveChanges : texts.publish}
          </Button>
        </div>
      </div>
    </div>
  );
}
