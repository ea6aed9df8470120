import { zodResolver } from '@hookform/resolvers/zod';
import { signUpInput } from '@plaza/contracts';
import { useHost } from '@plaza/federation/host';
import type { PageProps } from '@plaza/federation/remote';
import { AppLink, paths } from '@plaza/navigation';
import { linkClass } from '@plaza/ui/button';
import { Notice } from '@plaza/ui/notice';
import { TextField } from '@plaza/ui/text-field';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { FormFrame } from '../../form/form-frame.tsx';
import { PasswordField } from '../../form/password-field.tsx';
import { returnPath } from '../../form/return-to.ts';
import { SubmitButton } from '../../form/submit-button.tsx';
import { messages } from '../../messages.ts';
import type { RegisterData } from './load-register.ts';

const texts = messages.register;

/** The field that an answer of the server speaks of. */
const FIELD_OF = { email_taken: 'email', weak_password: 'password' } as const;

export function RegisterPage({ search }: PageProps<RegisterData>) {
  const { api } = useHost();
  const returnTo = returnPath(search);
  const form = useForm({
    resolver: zodResolver(signUpInput),
    defaultValues: { displayName: '', email: '', password: '' },
  });
  const { errors } = form.formState;
  const signUp = useMutation(
    api.identity.signUp.mutationOptions({
      // Without a network it fails and says so, rather than wait for one.
      networkMode: 'always',
      onSuccess: (result) => {
        // A fresh document: nothing of the visitor before, and a web socket that knows who it belongs to.
        if (result.ok) location.assign(returnTo);
        else form.setError(FIELD_OF[result.code], { message: result.message }, { shouldFocus: true });
      },
    }),
  );

  return (
    <FormFrame
      title={texts.title}
      text={texts.text}
      footer={
        <>
          {texts.toSignIn}{' '}
          <AppLink href={paths.signIn(returnTo)} className={linkClass}>
            {texts.toSignInLink}
          </AppLink>
        </>
      }
    >
      <form
        method="post"
        noValidate
        onSubmit={form.handleSubmit((input) => signUp.mutate(input))}
        className="flex flex-col gap-5"
      >
        {signUp.isError && <Notice tone="danger">{messages.unreachable}</Notice>}
        <TextField
          label={messages.fields.name}
          autoComplete="name"
          hint={messages.fields.nameHint}
          error={errors.displayName?.message}
          {...form.register('displayName')}
        />
        <TextField
          label={messages.fields.email}
          type="email"
          autoComplete="email"
          inputMode="email"
          error={errors.email?.message}
          {...form.register('email')}
        />
        <PasswordField
          label={messages.fields.password}
          autoComplete="new-password"
          hint={messages.fields.newPasswordHint}
          error={errors.password?.message}
          {...form.register('password')}
        />
        <SubmitButton busy={signUp.isPending || signUp.data?.ok} busyLabel={texts.busy} className="mt-1">
          {texts.submit}
        </SubmitButton>
      </form>
    </FormFrame>
  );
}
