import { zodResolver } from '@hookform/resolvers/zod';
import { addFrontendMemberInput } from '@plaza/contracts';
import { useHost } from '@plaza/federation/host';
import { useStepUp } from '@plaza/federation/step-up';
import { useNavigation } from '@plaza/navigation';
import { Button } from '@plaza/ui/button';
import { Notice } from '@plaza/ui/notice';
import { TextArea } from '@plaza/ui/text-area';
import { TextField } from '@plaza/ui/text-field';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { messages } from '../../messages.ts';
import { explainError } from '../../shared/explain-error.ts';
import { releaseMessages as texts } from '../releases/messages.ts';

const addSchema = addFrontendMemberInput.pick({ email: true, reason: true });
const removeSchema = addSchema.extend({ email: z.string() });

export interface MemberFormProps {
  frontend: string;
  /** Who is removed; somebody is added without one. */
  removed: { accountId: string; name: string } | null;
  onClose: () => void;
}

/** Adds somebody to those who may change a frontend, or removes them; for a reason. */
export function MemberForm({ frontend, removed, onClose }: MemberFormProps) {
  const { client, notify } = useHost();
  const { reload } = useNavigation();
  const { guard, dialog } = useStepUp();
  const { register, handleSubmit, formState } = useForm({
    resolver: zodResolver(removed ? removeSchema : addSchema),
    defaultValues: { email: '', reason: '' },
  });
  const changing = useMutation({
    networkMode: 'always',
    mutationFn: ({ email, reason }: { email: string; reason: string }) =>
      guard(async () => {
        if (removed === null) return client.release.addMember.mutate({ frontend, email, reason });
        await client.release.removeMember.mutate({ frontend, accountId: removed.accountId, reason });
        return { ok: true as const };
      }),
    async onSuccess(answer) {
      if (!answer.ok) return;
      notify({ tone: 'success', text: removed ? texts.memberRemoved(removed.name) : texts.memberAdded });
      onClose();
      await reload();
    },
  });
  const refusal = changing.data && !changing.data.ok ? changing.data.message : null;
  const problem = changing.isError ? explainError(changing.error) : refusal;
  return (
    <>
      <form
        noValidate
        onSubmit={handleSubmit((values) => changing.mutate(values))}
        className="flex flex-col gap-5"
      >
        {problem && <Notice tone="danger">{problem}</Notice>}
        {removed === null && (
          <TextField
            label={texts.memberEmail}
            type="email"
            autoComplete="off"
            error={formState.errors.email?.message}
            {...register('email')}
          />
        )}
        <TextArea
          label={messages.change.reason}
          hint={messages.change.reasonHint}
          error={formState.errors.reason?.message}
          {...register('reason')}
        />
        <div className="flex flex-wrap justify-end gap-3">
          <Button variant="secondary" onClick={onClose}>
            {messages.change.cancel}
          </Button>
          <Button type="submit" variant={removed ? 'danger' : 'primary'} busy={changing.isPending}>
            {removed ? texts.removeMember : texts.addMember}
          </Button>
        </div>
      </form>
      {dialog}
    </>
  );
}
