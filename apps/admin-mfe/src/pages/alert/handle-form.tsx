import { zodResolver } from '@hookform/resolvers/zod';
import { handleAlertInput, type SecurityAlert } from '@plaza/contracts';
import { useHost } from '@plaza/federation/host';
import { useStepUp } from '@plaza/federation/step-up';
import { useNavigation } from '@plaza/navigation';
import { Button } from '@plaza/ui/button';
import { Notice } from '@plaza/ui/notice';
import { TextArea } from '@plaza/ui/text-area';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { messages } from '../../messages.ts';
import { explainError } from '../../shared/explain-error.ts';
import { alertMessages } from '../alerts/messages.ts';

const texts = alertMessages;
const formSchema = handleAlertInput.pick({ reason: true });
type Step = 'acknowledge' | 'close';

/** Takes an alert on, or settles it; for a reason. */
export function HandleForm({ alert }: { alert: SecurityAlert }) {
  const { client, notify } = useHost();
  const { reload } = useNavigation();
  const { guard, dialog } = useStepUp();
  const { register, handleSubmit, formState, reset } = useForm({
    resolver: zodResolver(formSchema),
    defaultValues: { reason: '' },
  });
  const handling = useMutation({
    networkMode: 'always',
    mutationFn: ({ step, reason }: { step: Step; reason: string }) =>
      guard(() =>
        (step === 'close' ? client.watch.close : client.watch.acknowledge).mutate({
          alertId: alert.id,
          reason,
        }),
      ),
    async onSuccess(answer, { step }) {
      if (answer.ok) {
        notify({ tone: 'success', text: texts.done[step] });
        reset();
      }
      await reload();
    },
  });
  const refusal = handling.data && !handling.data.ok ? handling.data.message : null;
  const problem = handling.isError ? explainError(handling.error) : refusal;
  const submit = (step: Step) => handleSubmit(({ reason }) => handling.mutate({ step, reason }));
  return (
    <>
      <form noValidate onSubmit={submit('close')} className="flex flex-col gap-5">
        {problem && <Notice tone="danger">{problem}</Notice>}
        <TextArea
          label={messages.change.reason}
          hint={messages.change.reasonHint}
          error={formState.errors.reason?.message}
          {...register('reason')}
        />
        <div className="flex flex-wrap gap-3">
          <Button type="submit" busy={handling.isPending}>
            {texts.close}
          </Button>
          {alert.status === 'open' && (
            <Button variant="secondary" disabled={handling.isPending} onClick={submit('acknowledge')}>
              {texts.acknowledge}
            </Button>
          )}
        </div>
      </form>
      {dialog}
    </>
  );
}
