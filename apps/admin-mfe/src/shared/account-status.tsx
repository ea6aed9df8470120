import type { AccountStatus as Status } from '@plaza/contracts';
import { StatusBadge, type Tone } from '@plaza/ui/badge';
import { messages } from '../messages.ts';

const tones: Record<Status, Tone> = { active: 'positive', suspended: 'danger', erased: 'neutral' };

/** Whether somebody may sign in. */
export function AccountStatus({ status }: { status: Status }) {
  return <StatusBadge tone={tones[status]}>{messages.accountStatus[status]}</StatusBadge>;
}
