import { zodResolver } from '@hookform/resolvers/zod';
import { signUpInput } from '@plaza/contracts';
import { toApiError, useHost } from '@plaza/federation/host';
import type { PageProps } from '@plaza/federation/remote';
import { AppLink, paths } from '@plaza/navigation';
import { linkClass } from '@plaza/ui/button';
import { Notice } from '@plaza/ui/notice';
import { TextField } from '@plaza/ui/text-field';
import { useMutation } from '@tanstack/react-query';
import { useForm, useWatch } from 'react-hook-form';
import type { z } from 'zod';
import { CaptchaNote } from '../../captcha/captcha-note.tsx';
import { useCaptcha } from '../../captcha/use-captcha.ts';
import { FormFrame } from '../../form/form-frame.tsx';
import { returnPath } from '../../form/return-to.ts';
import { SubmitButton } from '../../form/submit-button.tsx';
import { messages } from '../../messages.ts';
import { NewPasswordField } from '../../password/new-password-field.tsx';
import { SocialButtons } from '../../social/social-buttons.tsx';
import type { RegisterData } from './load-register.ts';

const texts = messages.register;

/** What a person fills in; the browser adds the rest. */
const formSchema = signUpInput.omit({ captcha: true });
type FormInput = z.output<typeof formSchema>;

/** The field that an answer of the server speaks of. */
const FIELD_OF = { email_taken: 'email', weak_password: 'password' } as const;

export function RegisterPage({ data, search }: PageProps<RegisterData>) {
  const { client } = useHost();
  const captcha = useCaptcha('sign_up');
  const returnTo = returnPath(search);
  const form = useForm({
    resolver: zodResolver(formSchema),
    defaultValues: { displayName: '', email: '', password: '' },
  });
  const { errors } = form.formState;
  const typed = useWatch({ control: form.control });
  const signUp = useMutation({
    mutationFn: async (input: FormInput) => {
      const send = async () => client.identity.signUp.mutate({ ...input, captcha: await captcha.take() });
      const result = await send();
      // The puzzle may have become too old while a tab was asleep.
      return !result.ok && result.code === 'captcha_invalid' ? send() : result;
    },
    // Without a network it fails and says so, rather than wait for one.
    networkMode: 'always',
    onSuccess: (result) => {
      // A fresh document: nothing of the visitor before, and a web socket that knows who it belongs to.
      if (result.ok) return location.assign(returnTo);
      captcha.prepare();
      if (result.code === 'email_taken' || result.code === 'weak_password')
        form.setError(FIELD_OF[result.code], { message: result.message }, { shouldFocus: true });
    },
  });
  const refusal =
    signUp.data?.ok === false && signUp.data.code.startsWith('captcha_') ? signUp.data.message : null;
  const problem = signUp.isError ? (toApiError(signUp.error)?.message ?? messages.unreachable) : refusal;

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
      <SocialButtons providers={data.providers} returnTo={returnTo} />
      <form
        method="post"
        noValidate
        onFocus={captcha.prepare}
        onSubmit={form.handleSubmit((input) => signUp.mutate(input))}
        className="flex flex-col gap-5"
      >
        {problem && <Notice tone="danger">{problem}</Notice>}
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
        <NewPasswordField
          label={messages.fields.password}
          typed={typed.password ?? ''}
          own={[typed.email ?? '', typed.displayName ?? '']}
          error={errors.password?.message}
          {...form.register('password')}
        />
        <SubmitButton busy={signUp.isPending || signUp.data?.ok} busyLabel={texts.busy} className="mt-1">
          {texts.submit}
        </SubmitButton>
        <CaptchaNote state={captcha.state} />
      </form>
    </FormFrame>
  );
}
