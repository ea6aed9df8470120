import { zodResolver } from '@hookform/resolvers/zod';
import { type OpenResetResult, resetPasswordInput } from '@plaza/contracts';
import { toApiError, useHost } from '@plaza/federation/host';
import { paths } from '@plaza/navigation';
import { Notice } from '@plaza/ui/notice';
import { TextField } from '@plaza/ui/text-field';
import { useMutation } from '@tanstack/react-query';
import { useForm, useWatch } from 'react-hook-form';
import { SubmitButton } from '../../form/submit-button.tsx';
import { messages } from '../../messages.ts';
import { NewPasswordField } from '../../password/new-password-field.tsx';
import { LinkOutcome } from '../../recovery/link-page.tsx';
import { recoveryMessages } from '../../recovery/messages.ts';

const texts = recoveryMessages.reset;
const formSchema = resetPasswordInput.omit({ token: true });
type Opened = Extract<OpenResetResult, { ok: true }>;

/** Takes the new password, and the answers that its owner chose to be asked for. */
export function ResetForm({ token, opened }: { token: string; opened: Opened }) {
  const { api } = useHost();
  const { email, displayName, questions } = opened;
  const form = useForm({
    resolver: zodResolver(formSchema),
    defaultValues: { password: '', answers: questions.map(() => '') },
  });
  const typed = useWatch({ control: form.control });
  const reset = useMutation(
    api.recovery.reset.mutationOptions({
      networkMode: 'always',
      onSuccess: (result) => {
        // A fresh document: nothing of the visitor before.
        if (result.ok) location.assign(paths.home());
        else if (result.code === 'second_factor_required')
          location.assign(paths.signIn(paths.home(), { step: 'second-factor' }));
        else if (result.code === 'weak_password')
          form.setError('password', { message: result.message }, { shouldFocus: true });
      },
    }),
  );
  const code = reset.data?.code;
  if (code === 'link_invalid')
    return (
      <LinkOutcome
        tone="warning"
        title={texts.brokenTitle}
        text={texts.brokenText}
        href={paths.forgotPassword()}
        label={texts.again}
      />
    );
  const isSaid = code === 'wrong_answers' || code === 'suspended';
  const refusal = isSaid && reset.data?.ok === false ? reset.data.message : null;
  const problem = reset.isError ? (toApiError(reset.error)?.message ?? messages.unreachable) : refusal;
  return (
    <form
      method="post"
      noValidate
      onSubmit={form.handleSubmit((input) => reset.mutate({ token, ...input }))}
      className="flex flex-col gap-5"
    >
      {problem && <Notice tone="danger">{problem}</Notice>}
      <TextField label={messages.fields.email} type="email" autoComplete="username" value={email} readOnly />
      {questions.length > 0 && <p className="text-sm text-ink-muted">{texts.questionsText}</p>}
      {questions.map((question, at) => (
        <TextField
          key={question}
          label={recoveryMessages.questions.names[question]}
          autoComplete="off"
          {...form.register(`answers.${at}`)}
        />
      ))}
      <NewPasswordField
        label={texts.newPassword}
        typed={typed.password ?? ''}
        own={[email, displayName]}
        error={form.formState.errors.password?.message}
        {...form.register('password')}
      />
      <SubmitButton
        busy={reset.isPending || reset.data?.ok || code === 'second_factor_required'}
        busyLabel={texts.busy}
      >
        {texts.submit}
      </SubmitButton>
    </form>
  );
}
