import { zodResolver } from '@hookform/resolvers/zod';
import { signUpInput } from '@plaza/contracts';
import { toApiError, useHost } from '@plaza/federation/host';
import { Notice } from '@plaza/ui/notice';
import { TextField } from '@plaza/ui/text-field';
import { useMutation } from '@tanstack/react-query';
import { useForm, useWatch } from 'react-hook-form';
import type { z } from 'zod';
import { CaptchaNote } from '../../captcha/captcha-note.tsx';
import { useCaptcha } from '../../captcha/use-captcha.ts';
import { SubmitButton } from '../../form/submit-button.tsx';
import { messages } from '../../messages.ts';
import { NewPasswordField } from '../../password/new-password-field.tsx';
import { recoveryMessages } from '../../recovery/messages.ts';
import { ShopFields } from '../../recovery/shop-fields.tsx';
import type { RegisterData } from './load-register.ts';

/** What a person fills in; the browser adds the rest. */
const formSchema = signUpInput.omit({ captcha: true, returnTo: true });
type FormInput = z.output<typeof formSchema>;

interface RegisterFormProps {
  sells: boolean;
  guest: RegisterData['guest'];
  returnTo: string;
  texts: { submit: string; busy: string };
  onSent: (email: string) => void;
}

/** Registers; what comes of it is told by mail alone. */
export function RegisterForm({ sells, guest, returnTo, texts, onSent }: RegisterFormProps) {
  const { client } = useHost();
  const captcha = useCaptcha('sign_up');
  const form = useForm({
    resolver: zodResolver(formSchema),
    defaultValues: {
      displayName: '',
      email: '',
      ...guest,
      password: '',
      ...(sells && { shop: { name: '' } }),
    },
  });
  const { errors } = form.formState;
  const typed = useWatch({ control: form.control });
  const signUp = useMutation({
    mutationFn: async (input: FormInput) => {
      const send = async () =>
        client.identity.signUp.mutate({ ...input, returnTo, captcha: await captcha.take() });
      const result = await send();
      // The puzzle may have become too old while a tab was asleep.
      return !result.ok && result.code === 'captcha_invalid' ? send() : result;
    },
    // Without a network it fails and says so, rather than wait for one.
    networkMode: 'always',
    onSuccess: (result, { email }) => {
      if (result.ok) return onSent(email);
      captcha.prepare();
      if (result.code === 'weak_password')
        form.setError('password', { message: result.message }, { shouldFocus: true });
    },
  });
  const refusal =
    signUp.data?.ok === false && signUp.data.code.startsWith('captcha_') ? signUp.data.message : null;
  const problem = signUp.isError ? (toApiError(signUp.error)?.message ?? messages.unreachable) : refusal;
  return (
    <form
      method="post"
      noValidate
      onFocus={captcha.prepare}
      onSubmit={form.handleSubmit((input) => signUp.mutate(input))}
      className="flex flex-col gap-5"
    >
      {problem && <Notice tone="danger">{problem}</Notice>}
      {sells && (
        <ShopFields
          name={{ error: errors.shop?.name?.message, ...form.register('shop.name') }}
          country={{
            error: errors.shop?.country && recoveryMessages.seller.countryPlaceholder,
            ...form.register('shop.country'),
          }}
        />
      )}
      <TextField
        label={messages.fields.name}
        autoComplete="name"
        hint={messages.fields.nameHint}
        error={errors.displayName?.message}
        defaultValue={guest?.displayName}
        {...form.register('displayName')}
      />
      <TextField
        label={messages.fields.email}
        type="email"
        autoComplete="email"
        inputMode="email"
        error={errors.email?.message}
        defaultValue={guest?.email}
        {...form.register('email')}
      />
      <NewPasswordField
        label={messages.fields.password}
        typed={typed.password ?? ''}
        own={[typed.email ?? '', typed.displayName ?? '', typed.shop?.name ?? '']}
        error={errors.password?.message}
        {...form.register('password')}
      />
      <SubmitButton busy={signUp.isPending || signUp.data?.ok} busyLabel={texts.busy} className="mt-1">
        {texts.submit}
      </SubmitButton>
      <CaptchaNote state={captcha.state} />
    </form>
  );
}
