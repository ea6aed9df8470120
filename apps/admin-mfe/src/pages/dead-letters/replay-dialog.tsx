import { zodResolver } from '@hookform/resolvers/zod';
import { type ReplayByStaffInput, replayByStaffInput } from '@plaza/contracts';
import { useHost } from '@plaza/federation/host';
import { useStepUp } from '@plaza/federation/step-up';
import { useNavigation } from '@plaza/navigation';
import { Button } from '@plaza/ui/button';
import { Dialog } from '@plaza/ui/dialog';
import { formatCount } from '@plaza/ui/format';
import { Notice } from '@plaza/ui/notice';
import { TextArea } from '@plaza/ui/text-area';
import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useForm } from 'react-hook-form';
import { messages } from '../../messages.ts';
import { explainError } from '../../shared/explain-error.ts';
import { deadLettersMessages } from './messages.ts';

const texts = deadLettersMessages.replay;
const formSchema = replayByStaffInput.pick({ reason: true });

/** Some letters, or all of a reason. */
export type WantedReplay = ReplayByStaffInput['letters'];

export interface ReplayDialogProps {
  /** The dialog is closed without. */
  wanted: WantedReplay | null;
  onClose: () => void;
}

/** Says what letting letters go again does, and asks why. */
export function ReplayDialog({ wanted, onClose }: ReplayDialogProps) {
  const title =
    wanted && 'reason' in wanted
      ? texts.titleAll(deadLettersMessages.reasons[wanted.reason])
      : texts.titleOne;
  return (
    <Dialog open={wanted !== null} onClose={onClose} title={title} description={texts.text}>
      {wanted && <ReplayForm wanted={wanted} onClose={onClose} />}
    </Dialog>
  );
}

function ReplayForm({ wanted, onClose }: { wanted: WantedReplay; onClose: () => void }) {
  const { client, notify } = useHost();
  const { reload } = useNavigation();
  const { guard, dialog } = useStepUp();
  const { register, handleSubmit, formState, setFocus } = useForm({
    resolver: zodResolver(formSchema),
    defaultValues: { reason: '' },
  });
  useEffect(() => setFocus('reason'), [setFocus]);
  const replaying = useMutation({
    networkMode: 'always',
    mutationFn: ({ reason }: { reason: string }) =>
      guard(() => client.analytics.deadLetters.replay.mutate({ letters: wanted, reason })),
    async onSuccess({ replayedCount, refusedCount, isComplete }) {
      const done = texts.done(formatCount(replayedCount), formatCount(refusedCount));
      notify({
        tone: refusedCount > 0 || !isComplete ? 'warning' : 'success',
        text: isComplete ? done : `${done} ${texts.notAll}`,
      });
      onClose();
      await reload();
    },
  });
  return (
    <>
      <form
        noValidate
        onSubmit={handleSubmit((values) => replaying.mutate(values))}
        className="flex flex-col gap-5"
      >
        {replaying.isError && <Notice tone="danger">{explainError(replaying.error)}</Notice>}
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
          <Button type="submit" busy={replaying.isPending}>
            {texts.yes}
          </Button>
        </div>
      </form>
      {dialog}
    </>
  );
}
