import { zodResolver } from '@hookform/resolvers/zod';
import { requestResetInput } from '@plaza/contracts';
import { toApiError, useHost } from '@plaza/federation/host';
import { AppLink, paths } from '@plaza/navigation';
import { linkClass } from '@plaza/ui/button';
import { Notice } from '@plaza/ui/notice';
import { TextField } from '@plaza/ui/text-field';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import type { z } from 'zod';
import { CaptchaNote } from '../../captcha/captcha-note.tsx';
import { useCaptcha } from '../../captcha/use-captcha.ts';
import { FormFrame } from '../../form/form-frame.tsx';
import { SubmitButton } from '../../form/submit-button.tsx';
import { messages } from '../../messages.ts';
import { CheckMail } from '../../recovery/check-mail.tsx';
import { recoveryMessages } from '../../recovery/messages.ts';

const texts = recoveryMessages.forgot;
const formSchema = requestResetInput.omit({ captcha: true });

/** Asks for a link. Whether the address has an account is said in the mail alone. */
export function ForgotPasswordPage() {
  const { client } = useHost();
  const captcha = useCaptcha('recovery');
  const form = useForm({ resolver: zodResolver(formSchema), defaultValues: { email: '' } });
  const request = useMutation({
    networkMode: 'always',
    mutationFn: async ({ email }: z.output<typeof formSchema>) => {
      const send = async () => client.recovery.request.mutate({ email, captcha: await captcha.take() });
      const result = await send();
      // The puzzle may have become too old while a tab was asleep.
      return result.code === 'captcha_invalid' ? send() : result;
    },
  });
  const refusal = request.data?.ok === false ? request.data.message : null;
  const problem = request.isError ? (toApiError(request.error)?.message ?? messages.unreachable) : refusal;
  return (
    <FormFrame
      title={texts.title}
      text={texts.text}
      footer={
        <>
          {texts.back}{' '}
          <AppLink href={paths.signIn()} className={linkClass}>
            {texts.backLink}
          </AppLink>
        </>
      }
    >
      {request.data?.ok ? (
        <CheckMail text={texts.sentText(request.variables.email)} canResend={false} />
      ) : (
        <form
          method="post"
          noValidate
          onFocus={captcha.prepare}
          onSubmit={form.handleSubmit((input) => request.mutate(input))}
          className="flex flex-col gap-5"
        >
          {problem && <Notice tone="danger">{problem}</Notice>}
          <TextField
            label={messages.fields.email}
            type="email"
            autoComplete="username"
            inputMode="email"
            error={form.formState.errors.email?.message}
            {...form.register('email')}
          />
          <SubmitButton busy={request.isPending} busyLabel={texts.busy}>
            {texts.submit}
          </SubmitButton>
          <CaptchaNote state={captcha.state} />
        </form>
      )}
    </FormFrame>
  );
}
