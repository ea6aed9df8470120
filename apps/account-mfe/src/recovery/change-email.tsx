import { zodResolver } from '@hookform/resolvers/zod';
import { requestEmailChangeInput } from '@plaza/contracts';
import { toApiError, useHost } from '@plaza/federation/host';
import { useStepUp } from '@plaza/federation/step-up';
import { Notice } from '@plaza/ui/notice';
import { TextField } from '@plaza/ui/text-field';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { SubmitButton } from '../form/submit-button.tsx';
import { messages } from '../messages.ts';
import { recoveryMessages } from './messages.ts';

const texts = recoveryMessages.changeEmail;

/** Asks for another e-mail address; it counts when the link sent to it is opened. For the security settings. */
export function ChangeEmail({ email }: { email: string }) {
  const { client } = useHost();
  const { guard, dialog } = useStepUp();
  const form = useForm({ resolver: zodResolver(requestEmailChangeInput), defaultValues: { email: '' } });
  const request = useMutation({
    networkMode: 'always',
    mutationFn: (input: { email: string }) => guard(() => client.verification.requestChange.mutate(input)),
  });
  const refusal = request.data?.ok === false ? request.data.message : null;
  const problem = request.isError ? (toApiError(request.error)?.message ?? messages.unreachable) : refusal;
  return (
    <>
      <form
        method="post"
        noValidate
        aria-label={texts.title}
        onSubmit={form.handleSubmit((input) => request.mutate(input))}
        className="flex flex-col gap-4"
      >
        <p className="text-ink-muted wrap-anywhere">{texts.now(email)}</p>
        {problem && <Notice tone="danger">{problem}</Notice>}
        {request.data?.ok && <Notice tone="positive">{texts.sent(request.variables.email)}</Notice>}
        <TextField
          label={texts.wanted}
          type="email"
          autoComplete="email"
          inputMode="email"
          error={form.formState.errors.email?.message}
          {...form.register('email')}
        />
        <SubmitButton
          variant="secondary"
          fullWidth={false}
          className="self-start"
          busy={request.isPending}
          busyLabel={texts.busy}
        >
          {texts.submit}
        </SubmitButton>
      </form>
      {dialog}
    </>
  );
}
