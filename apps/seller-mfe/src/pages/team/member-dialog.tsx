import type { SellerPermission, TeamMember } from '@plaza/contracts';
import { useHost } from '@plaza/federation/host';
import { useStepUp } from '@plaza/federation/step-up';
import { Button } from '@plaza/ui/button';
import { Dialog } from '@plaza/ui/dialog';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { teamMessages as texts } from './messages.ts';
import { Problem } from './problem.tsx';
import { RightsChoice } from './rights-choice.tsx';

interface MemberDialogProps {
  member: TeamMember;
  onClose: () => void;
  onDone: () => unknown;
}

/** Other rights for a member of the team. */
export function ChangeDialog({
  member,
  grantable,
  onClose,
  onDone,
}: MemberDialogProps & { grantable: readonly SellerPermission[] }) {
  const { client, notify } = useHost();
  const { guard, dialog } = useStepUp();
  const { accountId, displayName } = member;
  const [permissions, setPermissions] = useState<SellerPermission[]>(member.permissions);
  const save = useMutation({
    networkMode: 'always',
    mutationFn: () => guard(() => client.team.changeMember.mutate({ accountId, permissions })),
    onSuccess: async (result) => {
      if (!result.ok) return;
      notify({ tone: 'success', text: texts.saved(displayName) });
      await onDone();
      onClose();
    },
  });
  return (
    <>
      <Dialog open onClose={onClose} title={texts.changeTitle(displayName)}>
        <div className="flex flex-col gap-5">
          <RightsChoice
            legend={texts.mayDo}
            grantable={grantable}
            chosen={permissions}
            onChange={setPermissions}
            error={permissions.length === 0 ? texts.chooseOne : undefined}
          />
          <Problem error={save.error} text={save.data?.ok === false ? save.data.message : undefined} />
          <div className="flex justify-end gap-3">
            <Button variant="secondary" onClick={onClose}>
              {texts.cancel}
            </Button>
            <Button
              disabled={permissions.length === 0}
              busy={save.isPending}
              busyLabel={texts.saving}
              onClick={() => save.mutate()}
            >
              {texts.save}
            </Button>
          </div>
        </div>
      </Dialog>
      {dialog}
    </>
  );
}

/** Asks before somebody is taken out of the team. */
export function RemoveDialog({ member, onClose, onDone }: MemberDialogProps) {
  const { client, notify } = useHost();
  const { accountId, displayName } = member;
  const remove = useMutation({
    networkMode: 'always',
    mutationFn: () => client.team.removeMember.mutate({ accountId }),
    onSuccess: async (result) => {
      if (!result.ok) return;
      notify({ tone: 'success', text: texts.removed(displayName) });
      await onDone();
      onClose();
    },
  });
  return (
    <Dialog open onClose={onClose} title={texts.removeTitle(displayName)} description={texts.removeText}>
      <div className="flex flex-col gap-5">
        <Problem error={remove.error} text={remove.data?.ok === false ? remove.data.message : undefined} />
        <div className="flex justify-end gap-3">
          <Button variant="secondary" onClick={onClose}>
            {texts.cancel}
          </Button>
          <Button
            variant="danger"
            busy={remove.isPending}
            busyLabel={texts.removing}
            onClick={() => remove.mutate()}
          >
            {texts.removeConfirm}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
