import { MAX_SECURITY_QUESTIONS, SECURITY_QUESTIONS, type SecurityQuestion } from '@plaza/contracts';
import { toApiError, useHost } from '@plaza/federation/host';
import { useStepUp } from '@plaza/federation/step-up';
import { Notice } from '@plaza/ui/notice';
import { SelectField } from '@plaza/ui/select-field';
import { TextField } from '@plaza/ui/text-field';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useForm, useWatch } from 'react-hook-form';
import { SubmitButton } from '../form/submit-button.tsx';
import { messages } from '../messages.ts';
import { recoveryMessages } from './messages.ts';

const texts = recoveryMessages.questions;
const SLOTS = Array.from({ length: MAX_SECURITY_QUESTIONS }, (_, at) => at);

interface Choice {
  question: SecurityQuestion | '';
  answer: string;
}

/** Sets up, or turns off, what recovery asks besides the mailed link. For the security settings. */
export function SecurityQuestions() {
  const { api, client } = useHost();
  const { guard, dialog } = useStepUp();
  const now = useQuery(api.recovery.questions.queryOptions());
  const form = useForm<{ choices: Choice[] }>({
    defaultValues: { choices: SLOTS.map(() => ({ question: '', answer: '' })) },
  });
  const choices = useWatch({ control: form.control, name: 'choices' });
  const save = useMutation({
    networkMode: 'always',
    mutationFn: (input: { answers: { question: SecurityQuestion; answer: string }[] }) =>
      guard(() => client.recovery.setQuestions.mutate(input)),
    onSuccess: () => {
      form.reset();
      void now.refetch();
    },
  });
  const count = now.data?.questions.length ?? 0;
  const send = form.handleSubmit(({ choices: chosen }) =>
    save.mutate({
      answers: chosen.flatMap(({ question, answer }) => (question === '' ? [] : [{ question, answer }])),
    }),
  );
  return (
    <>
      <form method="post" noValidate aria-label={texts.title} onSubmit={send} className="flex flex-col gap-4">
        <p className="text-ink-muted">
          {texts.text} {now.data && (count === 0 ? texts.off : texts.on(count))}
        </p>
        {save.isError && (
          <Notice tone="danger">{toApiError(save.error)?.message ?? messages.unreachable}</Notice>
        )}
        {save.isSuccess && <Notice tone="positive">{texts.saved}</Notice>}
        {SLOTS.map((at) => (
          <div key={at} className="flex flex-col gap-3">
            <SelectField
              label={texts.question(at + 1)}
              placeholder={texts.none}
              optional
              options={SECURITY_QUESTIONS.map((question) => ({
                value: question,
                label: texts.names[question],
                disabled: choices.some((other, place) => place !== at && other.question === question),
              }))}
              {...form.register(`choices.${at}.question`)}
            />
            {choices[at]?.question && (
              <TextField label={texts.answer} autoComplete="off" {...form.register(`choices.${at}.answer`)} />
            )}
          </div>
        ))}
        <SubmitButton
          variant="secondary"
          fullWidth={false}
          className="self-start"
          busy={save.isPending}
          busyLabel={texts.saving}
        >
          {texts.save}
        </SubmitButton>
      </form>
      {dialog}
    </>
  );
}
