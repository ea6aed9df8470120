import { zodResolver } from '@hookform/resolvers/zod';
import { Button } from '@plaza/ui/button';
import { Notice } from '@plaza/ui/notice';
import { TextArea } from '@plaza/ui/text-area';
import { useEffect } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { messages } from '../../messages.ts';
import { releaseMessages as texts } from '../releases/messages.ts';
import { AudienceFields } from './audience-fields.tsx';
import { stepFormSchema, valuesOf } from './audience-form.ts';
import { useChangeRollout } from './use-change-rollout.ts';
import type { WantedStep } from './wanted-step.ts';

/** What takes something away from visitors. */
const HARMFUL: readonly WantedStep['kind'][] = ['rollBack', 'switchOff'];

export interface StepFormProps {
  frontend: string;
  wanted: WantedStep;
  onClose: () => void;
}

/** The reason of a step, and for a canary who gets it. */
export function StepForm({ frontend, wanted, onClose }: StepFormProps) {
  const hasAudience = wanted.kind === 'startCanary' || wanted.kind === 'changeAudience';
  const form = useForm({
    resolver: zodResolver(stepFormSchema(hasAudience)),
    defaultValues: { reason: '', ...valuesOf(wanted.kind === 'changeAudience' ? wanted.audience : null) },
  });
  const { register, handleSubmit, formState, setFocus } = form;
  const { take, busy, problem, dialog } = useChangeRollout({ frontend, wanted, onDone: onClose });
  useEffect(() => {
    if (!hasAudience) setFocus('reason');
  }, [hasAudience, setFocus]);
  return (
    <FormProvider {...form}>
      <form noValidate onSubmit={handleSubmit(take)} className="flex flex-col gap-5">
        {problem && <Notice tone="danger">{problem}</Notice>}
        {hasAudience && <AudienceFields />}
        <TextArea
          label={messages.change.reason}
          hint={messages.change.reasonHint}
          error={formState.errors.reason?.message}
          {...register('reason')}
        />
        <div className="flex flex-wrap justify-end gap-3">
          <Button variant="secondary" onClick={onClose}>
            {messages.change.cancel}
          </Button>
          <Button type="submit" variant={HARMFUL.includes(wanted.kind) ? 'danger' : 'primary'} busy={busy}>
            {texts.steps[wanted.kind].yes}
          </Button>
        </div>
      </form>
      {dialog}
    </FormProvider>
  );
}
