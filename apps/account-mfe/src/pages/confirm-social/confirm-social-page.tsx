import { zodResolver } from '@hookform/resolvers/zod';
import { confirmSocialInput, type PendingSocial } from '@plaza/contracts';
import { useHost } from '@plaza/federation/host';
import type { PageProps } from '@plaza/federation/remote';
import { AppLink, paths } from '@plaza/navigation';
import { linkClass } from '@plaza/ui/button';
import { Notice } from '@plaza/ui/notice';
import { TextField } from '@plaza/ui/text-field';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { FormFrame } from '../../form/form-frame.tsx';
import { SubmitButton } from '../../form/submit-button.tsx';
import { messages } from '../../messages.ts';
import { socialMessages } from '../../social/messages.ts';

const texts = socialMessages.confirm;

/** Asks for the code of the mail that shows whose address it is that a provider told. */
export function ConfirmSocialPage({ data }: PageProps<PendingSocial>) {
  const { api } = useHost();
  const { providerName, email, returnTo } = data;
  const form = useForm({ resolver: zodResolver(confirmSocialInput), defaultValues: { code: '' } });
  const confirm = useMutation(
    api.socialLogin.confirmEmail.mutationOptions({
      networkMode: 'always',
      onSuccess: (result) => {
        // A fresh document: nothing of the visitor before.
        if (result.ok) location.assign(returnTo);
        else if (result.code === 'second_factor_required')
          location.assign(paths.signIn(returnTo, { step: 'second-factor' }));
        else if (result.code === 'wrong_code')
          form.setError('code', { message: texts.wrong }, { shouldFocus: true });
      },
    }),
  );
  const code = confirm.data?.code;
  const problem = confirm.isError
    ? messages.unreachable
    : code === 'code_expired'
      ? texts.expired
      : code === 'sign_in_first' || code === 'suspended'
        ? socialMessages.problems[code](providerName)
        : null;
  const isLeaving = code === 'signed_in' || code === 'second_factor_required';

  return (
    <FormFrame
      title={texts.title}
      text={texts.text(email)}
      footer={
        <>
          {texts.again}{' '}
          <AppLink href={paths.signIn(returnTo)} className={linkClass}>
            {texts.againLink}
          </AppLink>
        </>
      }
    >
      <form
        method="post"
        noValidate
        onSubmit={form.handleSubmit((input) => confirm.mutate(input))}
        className="flex flex-col gap-5"
      >
        {problem && <Notice tone="danger">{problem}</Notice>}
        <TextField
          label={texts.code}
          hint={texts.why(providerName)}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={10}
          error={form.formState.errors.code?.message}
          {...form.register('code')}
        />
        <SubmitButton busy={confirm.isPending || isLeaving} busyLabel={texts.busy}>
          {texts.submit}
        </SubmitButton>
      </form>
    </FormFrame>
  );
}
