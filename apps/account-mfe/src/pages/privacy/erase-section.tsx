import type { ErasureObstacle, Privacy } from '@plaza/contracts';
import { useHost } from '@plaza/federation/host';
import { useStepUp } from '@plaza/federation/step-up';
import { Button } from '@plaza/ui/button';
import { Dialog } from '@plaza/ui/dialog';
import { Notice } from '@plaza/ui/notice';
import { TextField } from '@plaza/ui/text-field';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { profileMessages } from '../../profile/messages.ts';
import { Problem } from '../../profile/problem.tsx';
import { Section } from '../../profile/section.tsx';

const texts = profileMessages.privacy;

/** The way out: what it means, what stands in its way, and a question before it. */
export function EraseSection({
  privacy,
  email,
  onErased,
}: {
  privacy: Privacy;
  email: string;
  /** Nobody is signed in from here on. */
  onErased: (dueAt: string) => void;
}) {
  const { client } = useHost();
  const [isOpen, setOpen] = useState(false);
  const [confirmation, setConfirmation] = useState('');
  const { guard, dialog } = useStepUp();
  const erase = useMutation({
    networkMode: 'always',
    mutationFn: () => guard(() => client.profile.erase.mutate({ confirmation })),
    onSuccess: (result) => {
      if (result.ok) onErased(result.dueAt);
    },
  });
  const result = erase.data;
  const isUnderWay = result?.code === 'under_way';
  const obstacles = isUnderWay ? result.obstacles : privacy.obstacles;
  const send = (event: FormEvent) => {
    event.preventDefault();
    erase.mutate();
  };
  return (
    <Section title={texts.erase}>
      <p className="text-ink-muted">{texts.eraseText(privacy.graceDays)}</p>
      <Obstacles obstacles={obstacles} />
      <Button
        variant="danger"
        className="self-start"
        disabled={obstacles.length > 0}
        onClick={() => setOpen(true)}
      >
        {texts.eraseButton}
      </Button>
      <Dialog
        open={isOpen && !isUnderWay}
        onClose={() => setOpen(false)}
        title={texts.dialogTitle}
        description={texts.dialogText(email)}
      >
        <form noValidate onSubmit={send} className="flex flex-col gap-5">
          <TextField
            label={texts.confirmation}
            type="email"
            autoComplete="off"
            value={confirmation}
            error={result?.code === 'wrong_confirmation' ? result.message : undefined}
            onChange={(event) => setConfirmation(event.target.value)}
          />
          <Problem error={erase.error} />
          <div className="flex flex-wrap justify-end gap-3">
            <Button variant="quiet" onClick={() => setOpen(false)}>
              {texts.keep}
            </Button>
            <Button
              type="submit"
              variant="danger"
              busy={erase.isPending || result?.ok === true}
              busyLabel={texts.erasing}
              disabled={confirmation.trim() === ''}
            >
              {texts.confirm}
            </Button>
          </div>
        </form>
      </Dialog>
      {dialog}
    </Section>
  );
}

function Obstacles({ obstacles }: { obstacles: readonly ErasureObstacle[] }) {
  if (obstacles.length === 0) return null;
  return (
    <Notice tone="warning" title={texts.obstacles}>
      <ul className="list-disc ps-5">
        {obstacles.map((obstacle) => (
          <li key={texts.obstacle(obstacle)}>{texts.obstacle(obstacle)}</li>
        ))}
      </ul>
    </Notice>
  );
}
