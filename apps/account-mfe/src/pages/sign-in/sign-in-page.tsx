import { zodResolver } from '@hookform/resolvers/zod';
import { signInInput } from '@plaza/contracts';
import { useHost } from '@plaza/federation/host';
import type { PageProps } from '@plaza/federation/remote';
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
import { PasswordField } from '../../form/password-field.tsx';
import { returnPath } from '../../form/return-to.ts';
import { SubmitButton } from '../../form/submit-button.tsx';
import { messages } from '../../messages.ts';
import { PasskeyButton } from '../../proof/passkey-button.tsx';
import { SocialButtons } from '../../social/social-buttons.tsx';
import { SocialProblem } from '../../social/social-problem.tsx';
import type { SignInData } from './load-sign-in.ts';

const texts = messages.signIn;

export function SignInPage({ data, search }: PageProps<SignInData>) {
  const { client } = useHost();
  const captcha = useCaptcha('sign_in');
  const returnTo = returnPath(search);
  const form = useForm({
    resolver: zodResolver(signInInput),
    defaultValues: { email: '', password: '' },
  });
  const { errors } = form.formState;
  const signIn = useMutation({
    // Without a network it fails and says so, rather than wait for one.
    networkMode: 'always',
    mutationFn: async (input: z.output<typeof signInInput>) => {
      const first = await client.identity.signIn.mutate(input);
      // After failures, here or elsewhere, the browser has to solve a puzzle: nobody needs to know of it.
      if (first.code !== 'captcha_required') return first;
      return client.identity.signIn.mutate({ ...input, captcha: await captcha.take() });
    },
    onSuccess: (result) => {
      // A fresh document: nothing of the visitor before, and a web socket that knows who it belongs to.
      if (result.ok) location.assign(returnTo);
      else if (result.code === 'second_factor_required') location.assign(paths.secondStep(returnTo));
      else form.setFocus('password', { shouldSelect: true });
    },
  });
  const isLeaving = signIn.data?.ok === true || signIn.data?.code === 'second_factor_required';
  const problem = signIn.isError
    ? messages.unreachable
    : signIn.data?.ok === false && !isLeaving
      ? signIn.data.message
      : null;

  return (
    <FormFrame
      title={texts.title}
      text={texts.text}
      footer={
        <>
          {texts.toRegister}{' '}
          <AppLink href={paths.register(returnTo)} className={linkClass}>
            {texts.toRegisterLink}
          </AppLink>
        </>
      }
    >
      <SocialProblem search={search} providers={data.providers} />
      <PasskeyButton returnTo={returnTo} />
      <SocialButtons providers={data.providers} returnTo={returnTo} />
      <form
        method="post"
        noValidate
        onSubmit={form.handleSubmit((input) => signIn.mutate(input))}
        className="flex flex-col gap-5"
      >
        {problem && <Notice tone="danger">{problem}</Notice>}
        <TextField
          label={messages.fields.email}
          type="email"
          autoComplete="username webauthn"
          inputMode="email"
          error={errors.email?.message}
          {...form.register('email')}
        />
        <PasswordField
          label={messages.fields.password}
          autoComplete="current-password"
          error={errors.password?.message}
          {...form.register('password')}
        />
        <AppLink href={paths.forgotPassword()} className={`${linkClass} -mt-2 self-start text-sm`}>
          {texts.forgot}
        </AppLink>
        <CaptchaNote state={captcha.state} />
        <SubmitButton busy={signIn.isPending || isLeaving} busyLabel={texts.busy} className="mt-1">
          {texts.submit}
        </SubmitButton>
      </form>
    </FormFrame>
  );
}
