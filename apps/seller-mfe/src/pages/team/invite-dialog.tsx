import type { SellerPermission } from '@plaza/contracts';
import { useHost } from '@plaza/federation/host';
import { useStepUp } from '@plaza/federation/step-up';
import { Button } from '@plaza/ui/button';
import { Dialog } from '@plaza/ui/dialog';
import { TextField } from '@plaza/ui/text-field';
import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { teamMessages as texts } from './messages.ts';
import { Problem } from './problem.tsx';
import { RightsChoice } from './rights-choice.tsx';

interface InviteDialogProps {
  grantable: readonly SellerPermission[];
  onClose: () => void;
  onDone: () => unknown;
}

/** Whom to ask, and what they may do. */
export function InviteDialog({ grantable, onClose, onDone }: InviteDialogProps) {
  const { client, notify } = useHost();
  const { guard, dialog } = useStepUp();
  const [email, setEmail] = useState('');
  const [permissions, setPermissions] = useState<SellerPermission[]>([]);
  const [isTried, setIsTried] = useState(false);
  const invite = useMutation({
    networkMode: 'always',
    mutationFn: () => guard(() => client.team.invite.mutate({ email, permissions })),
    onSuccess: async (result) => {
      if (!result.ok) return;
      notify({ tone: 'success', text: texts.sent(result.invitation.email) });
      await onDone();
      onClose();
    },
  });
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setIsTried(true);
    if (permissions.length > 0) invite.mutate();
  };
  return (
    <>
      <Dialog open onClose={onClose} title={texts.inviteTitle} description={texts.inviteText}>
        <form onSubmit={submit} className="flex flex-col gap-5">
          <TextField
            label={texts.email}
            type="email"
            autoComplete="off"
            required
            maxLength={254}
            value={email}
            onChange={({ target }) => setEmail(target.value)}
          />
          <RightsChoice
            legend={texts.mayDo}
            grantable={grantable}
            chosen={permissions}
            onChange={setPermissions}
            error={isTried && permissions.length === 0 ? texts.chooseOne : undefined}
          />
          <Problem error={invite.error} text={invite.data?.ok === false ? invite.data.message : undefined} />
          <div className="flex justify-end gap-3">
            <Button type="button" variant="secondary" onClick={onClose}>
              {texts.cancel}
            </Button>
            <Button type="submit" busy={invite.isPending} busyLabel={texts.sending}>
              {texts.send}
            </Button>
          </div>
        </form>
      </Dialog>
      {dialog}
    </>
  );
}
