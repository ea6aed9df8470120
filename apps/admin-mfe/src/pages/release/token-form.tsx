import { zodResolver } from '@hookform/resolvers/zod';
import { createReleaseTokenInput } from '@plaza/contracts';
import { useHost } from '@plaza/federation/host';
import { useStepUp } from '@plaza/federation/step-up';
import { useNavigation } from '@plaza/navigation';
import { Button } from '@plaza/ui/button';
import { Notice } from '@plaza/ui/notice';
import { TextField } from '@plaza/ui/text-field';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { messages } from '../../messages.ts';
import { explainError } from '../../shared/explain-error.ts';
import { releaseMessages as texts } from '../releases/messages.ts';

const EXPIRES_IN_DAYS = 180;
const formSchema = createReleaseTokenInput.pick({ name: true });

/** Makes a token, and shows it this once. */
export function TokenForm({ frontend, onClose }: { frontend: string; onClose: () => void }) {
  const { client } = useHost();
  const { reload } = useNavigation();
  const { guard, dialog } = useStepUp();
  const { register, handleSubmit, formState } = useForm({
    resolver: zodResolver(formSchema),
    defaultValues: { name: '' },
  });
  const creating = useMutation({
    networkMode: 'always',
    mutationFn: ({ name }: { name: string }) =>
      guard(() => client.release.createToken.mutate({ frontend, name, expiresInDays: EXPIRES_IN_DAYS })),
    onSuccess: () => reload(),
  });
  const { data } = creating;
  const refusal = data && !data.ok ? data.message : null;
  const problem = creating.isError ? explainError(creating.error) : refusal;
  if (data?.ok)
    return (
      <div className="flex flex-col gap-5">
        <Notice tone="positive">{texts.tokenShown}</Notice>
        <TextField
          label={data.releaseToken.name}
          readOnly
          autoComplete="off"
          value={data.token}
          onFocus={({ target }) => target.select()}
        />
        <Button onClick={onClose}>{texts.close}</Button>
      </div>
    );
  return (
    <>
      <form
        noValidate
        onSubmit={handleSubmit((values) => creating.mutate(values))}
        className="flex flex-col gap-5"
      >
        {problem && <Notice tone="danger">{problem}</Notice>}
        <TextField
          label={texts.tokenName}
          hint={texts.tokenNameHint}
          autoComplete="off"
          error={formState.errors.name?.message}
          {...register('name')}
        />
        <div className="flex flex-wrap justify-end gap-3">
          <Button variant="secondary" onClick={onClose}>
            {messages.change.cancel}
          </Button>
          <Button type="submit" busy={creating.isPending}>
            {texts.createToken}
          </Button>
        </div>
      </form>
      {dialog}
    </>
  );
}
