import type { FrontendDetail } from '@plaza/contracts';
import { Button } from '@plaza/ui/button';
import { Dialog } from '@plaza/ui/dialog';
import { Panel } from '@plaza/ui/panel';
import { useState } from 'react';
import { releaseMessages as texts } from '../releases/messages.ts';
import { MemberForm } from './member-form.tsx';

type Member = FrontendDetail['members'][number];

export interface MembersPanelProps {
  frontend: string;
  members: readonly Member[];
  mayChange: boolean;
}

/** Who may change the frontend beside admins, who say so. */
export function MembersPanel({ frontend, members, mayChange }: MembersPanelProps) {
  const [wanted, setWanted] = useState<{ removed: Member | null } | null>(null);
  const close = () => setWanted(null);
  return (
    <Panel
      label={texts.people}
      title={texts.people}
      text={texts.peopleText}
      footer={
        mayChange && (
          <Button size="sm" variant="secondary" onClick={() => setWanted({ removed: null })}>
            {texts.addMember}
          </Button>
        )
      }
    >
      {members.length === 0 ? (
        <p className="text-ink-muted">{texts.noMembers}</p>
      ) : (
        <ul className="flex flex-col gap-2">
          {members.map((member) => (
            <li key={member.accountId} className="flex items-center justify-between gap-4">
              <span className="wrap-anywhere">
                {member.name}
                {member.email && <span className="block text-sm text-ink-muted">{member.email}</span>}
              </span>
              {mayChange && (
                <Button
                  size="sm"
                  variant="quiet"
                  aria-label={texts.removeMemberNamed(member)}
                  onClick={() => setWanted({ removed: member })}
                >
                  {texts.removeMember}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      <Dialog
        open={wanted !== null}
        onClose={close}
        title={wanted?.removed ? texts.removeMemberNamed(wanted.removed) : texts.addMember}
      >
        {wanted && <MemberForm frontend={frontend} removed={wanted.removed} onClose={close} />}
      </Dialog>
    </Panel>
  );
}
