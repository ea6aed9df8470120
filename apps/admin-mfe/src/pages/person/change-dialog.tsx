import type { Person } from '@plaza/contracts';
import { Dialog } from '@plaza/ui/dialog';
import { messages } from '../../messages.ts';
import { ChangeForm } from './change-form.tsx';
import type { PersonSession } from './sessions-table.tsx';

/** What somebody of the staff wants to do about an account. */
export type WantedChange =
  | { kind: 'suspend' | 'restore' | 'changeRoles' | 'endSessions' }
  | { kind: 'endSession'; session: PersonSession };

export interface ChangeDialogProps {
  person: Person;
  /** The dialog is closed without one. */
  wanted: WantedChange | null;
  onClose: () => void;
}

/** Says what a change does, and asks for its reason. */
export function ChangeDialog({ person, wanted, onClose }: ChangeDialogProps) {
  return (
    <Dialog
      open={wanted !== null}
      onClose={onClose}
      title={wanted ? messages.change[wanted.kind].title(person.displayName) : ''}
      description={wanted && describe(wanted)}
    >
      {wanted && <ChangeForm person={person} wanted={wanted} onClose={onClose} />}
    </Dialog>
  );
}

const describe = (wanted: WantedChange): string =>
  wanted.kind === 'endSession' ? wanted.session.device : messages.change[wanted.kind].text;
