import { zodResolver } from '@hookform/resolvers/zod';
import { changeRolesInput, type Person, STAFF_ROLES } from '@plaza/contracts';
import { Button } from '@plaza/ui/button';
import { Checkbox } from '@plaza/ui/checkbox';
import { Notice } from '@plaza/ui/notice';
import { TextArea } from '@plaza/ui/text-area';
import { useEffect } from 'react';
import { useForm } from 'react-hook-form';
import { messages } from '../../messages.ts';
import type { WantedChange } from './change-dialog.tsx';
import { useChangePerson } from './use-change-person.ts';

const texts = messages.change;
/** Nobody loses anything by it. */
const HARMLESS: readonly WantedChange['kind'][] = ['restore', 'changeRoles'];
const formSchema = changeRolesInput.pick({ reason: true, staffRoles: true });

export interface ChangeFormProps {
  person: Person;
  wanted: WantedChange;
  onClose: () => void;
}

/** The reason of a change, and for roles which ones. */
export function ChangeForm({ person, wanted, onClose }: ChangeFormProps) {
  const { register, handleSubmit, formState, setFocus } = useForm({
    resolver: zodResolver(formSchema),
    defaultValues: { reason: '', staffRoles: STAFF_ROLES.filter((role) => person.roles.includes(role)) },
  });
  const { change, busy, problem, dialog } = useChangePerson({ person, wanted, onDone: onClose });
  useEffect(() => setFocus('reason'), [setFocus]);
  return (
    <>
      <form noValidate onSubmit={handleSubmit(change)} className="flex flex-col gap-5">
        {problem && <Notice tone="danger">{problem}</Notice>}
        {wanted.kind === 'changeRoles' && (
          <fieldset className="flex flex-col gap-1">
            <legend className="mb-1 text-sm font-medium text-ink">{texts.changeRoles.legend}</legend>
            {STAFF_ROLES.map((role) => (
              <Checkbox
                key={role}
                value={role}
                label={messages.roles[role]}
                hint={texts.changeRoles.hints[role]}
                {...register('staffRoles')}
              />
            ))}
          </fieldset>
        )}
        <TextArea
          label={texts.reason}
          hint={texts.reasonHint}
          error={formState.errors.reason?.message}
          {...register('reason')}
        />
        <div className="flex flex-wrap justify-end gap-3">
          <Button variant="secondary" onClick={onClose}>
            {texts.cancel}
          </Button>
          <Button type="submit" variant={HARMLESS.includes(wanted.kind) ? 'primary' : 'danger'} busy={busy}>
            {texts[wanted.kind].yes}
          </Button>
        </div>
      </form>
      {dialog}
    </>
  );
}
