import type { SellerPermission, Team, TeamInvitation, TeamMember } from '@plaza/contracts';
import { useHost } from '@plaza/federation/host';
import type { PageProps } from '@plaza/federation/remote';
import { Badge } from '@plaza/ui/badge';
import { Button } from '@plaza/ui/button';
import { Card } from '@plaza/ui/card';
import { useMutation, useQuery } from '@tanstack/react-query';
import UserPlus from 'lucide-react/icons/user-plus';
import { useState } from 'react';
import { SellerRights } from '../../shared/rights.tsx';
import { NotSelling, SellerFrame } from '../../shared/seller-frame.tsx';
import { formatMoment } from '../../shared/when.ts';
import { InviteDialog } from './invite-dialog.tsx';
import type { TeamData } from './load-team.ts';
import { ChangeDialog, RemoveDialog } from './member-dialog.tsx';
import { teamMessages as texts } from './messages.ts';
import { Problem } from './problem.tsx';

/** Who works for the seller, and what each may do. */
export function TeamPage({ data }: PageProps<TeamData>) {
  if (data === null) return <NotSelling />;
  return (
    <SellerRights permissions={data.permissions}>
      <TeamView loaded={data.team} />
    </SellerRights>
  );
}

type Open = { kind: 'invite' } | { kind: 'change' | 'remove'; member: TeamMember } | null;

function TeamView({ loaded }: { loaded: Team }) {
  const { api } = useHost();
  const { data: team, refetch } = useQuery({ ...api.team.list.queryOptions(), initialData: loaded });
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  return (
    <SellerFrame
      section="team"
      title={texts.title}
      aside={texts.count(team.members.length)}
      actions={
        <Button onClick={() => setOpen({ kind: 'invite' })}>
          <UserPlus size={18} aria-hidden="true" />
          {texts.invite}
        </Button>
      }
    >
      <div className="flex max-w-3xl flex-col gap-8">
        <section aria-labelledby="team-members">
          <h2 id="team-members" className="mb-3 text-xl font-semibold">
            {texts.members}
          </h2>
          <Card padding="none">
            <ul className="divide-y divide-line">
              {team.members.map((member) => (
                <Member
                  key={member.accountId}
                  member={member}
                  onChange={() => setOpen({ kind: 'change', member })}
                  onRemove={() => setOpen({ kind: 'remove', member })}
                />
              ))}
            </ul>
          </Card>
        </section>
        {team.invitations.length > 0 && (
          <section aria-labelledby="team-invitations">
            <h2 id="team-invitations" className="mb-3 text-xl font-semibold">
              {texts.invitations}
            </h2>
            <Card padding="none">
              <ul className="divide-y divide-line">
                {team.invitations.map((invitation) => (
                  <Invitation key={invitation.id} invitation={invitation} onDone={refetch} />
                ))}
              </ul>
            </Card>
          </section>
        )}
      </div>
      {open?.kind === 'invite' && (
        <InviteDialog grantable={team.grantable} onClose={close} onDone={refetch} />
      )}
      {open?.kind === 'change' && (
        <ChangeDialog member={open.member} grantable={team.grantable} onClose={close} onDone={refetch} />
      )}
      {open?.kind === 'remove' && <RemoveDialog member={open.member} onClose={close} onDone={refetch} />}
    </SellerFrame>
  );
}

interface MemberProps {
  member: TeamMember;
  onChange: () => void;
  onRemove: () => void;
}

function Member({ member, onChange, onRemove }: MemberProps) {
  const { displayName, email, isOwner, isSelf, permissions, canChange } = member;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-3 px-5 py-4">
      <div className="min-w-0 flex-1 basis-64">
        <p className="font-medium wrap-anywhere">
          {displayName}
          {isSelf && <span className="text-ink-muted"> ({texts.you})</span>}
        </p>
        <p className="text-sm wrap-anywhere text-ink-muted">{email}</p>
        <Permissions isOwner={isOwner} permissions={permissions} />
      </div>
      {canChange && (
        <div className="flex gap-3">
          <Button
            size="sm"
            variant="secondary"
            aria-label={texts.changeLabel(displayName)}
            onClick={onChange}
          >
            {texts.change}
          </Button>
          <Button
            size="sm"
            variant="secondary"
            aria-label={texts.removeLabel(displayName)}
            onClick={onRemove}
          >
            {texts.remove}
          </Button>
        </div>
      )}
    </li>
  );
}

function Permissions({
  isOwner,
  permissions,
}: {
  isOwner: boolean;
  permissions: readonly SellerPermission[];
}) {
  return (
    <p className="mt-2 flex flex-wrap gap-2">
      {isOwner ? (
        <Badge tone="accent">{texts.owner}</Badge>
      ) : (
        permissions.map((permission) => <Badge key={permission}>{texts.rights[permission].name}</Badge>)
      )}
    </p>
  );
}

function Invitation({ invitation, onDone }: { invitation: TeamInvitation; onDone: () => unknown }) {
  const { client, notify } = useHost();
  const { id: invitationId, email, permissions, expiresAt } = invitation;
  const withdraw = useMutation({
    networkMode: 'always',
    mutationFn: () => client.team.cancelInvitation.mutate({ invitationId }),
    onSuccess: () => {
      notify({ tone: 'success', text: texts.withdrawn(email) });
      return onDone();
    },
  });
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-3 px-5 py-4">
      <div className="min-w-0 flex-1 basis-64">
        <p className="font-medium wrap-anywhere">{email}</p>
        <p className="text-sm text-ink-muted">{texts.until(formatMoment(expiresAt))}</p>
        <Permissions isOwner={false} permissions={permissions} />
        <Problem error={withdraw.error} />
      </div>
      <Button
        size="sm"
        variant="secondary"
        aria-label={texts.withdrawLabel(email)}
        busy={withdraw.isPending}
        busyLabel={texts.withdrawing}
        onClick={() => withdraw.mutate()}
      >
        {texts.withdraw}
      </Button>
    </li>
  );
}
