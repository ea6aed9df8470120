import type { ChangePersonResult, Person, StaffRole } from '@plaza/contracts';
import { type Host, toApiError, useHost } from '@plaza/federation/host';
import { useNavigation } from '@plaza/navigation';
import { useMutation } from '@tanstack/react-query';
import { messages } from '../../messages.ts';
import type { WantedChange } from './change-dialog.tsx';

interface ChangeValues {
  reason: string;
  staffRoles: StaffRole[];
}

interface Problem {
  message: string;
  /** It has to be shown anew who is asking. */
  isStale: boolean;
}

/** Carries a change out, says that it is done, and shows the account as it is then. */
export function useChangePerson(input: { person: Person; wanted: WantedChange; onDone: () => void }) {
  const { person, wanted, onDone } = input;
  const { client, notify } = useHost();
  const { reload } = useNavigation();
  const mutation = useMutation({
    mutationFn: (values: ChangeValues) => send(client, person.id, wanted, values),
    async onSuccess(answer) {
      if (answer.ok) {
        notify({ tone: 'success', text: messages.change[wanted.kind].done(person.displayName) });
        onDone();
      }
      await reload();
    },
  });
  return {
    change: (values: ChangeValues) => mutation.mutate(values),
    busy: mutation.isPending,
    problem: problemOf(mutation),
  };
}

function problemOf({
  data,
  error,
}: {
  data: ChangePersonResult | undefined;
  error: unknown;
}): Problem | null {
  if (data && !data.ok) return { message: data.message, isStale: false };
  if (!error) return null;
  const answer = toApiError(error);
  return { message: answer?.message ?? messages.failed, isStale: answer?.reason === 'step_up_required' };
}

function send(
  { people }: Host['client'],
  accountId: string,
  wanted: WantedChange,
  { reason, staffRoles }: ChangeValues,
): Promise<ChangePersonResult> {
  switch (wanted.kind) {
    case 'suspend':
      return people.suspend.mutate({ accountId, reason });
    case 'restore':
      return people.restore.mutate({ accountId, reason });
    case 'changeRoles':
      return people.changeRoles.mutate({ accountId, reason, staffRoles });
    case 'endSessions':
      return people.endSessions.mutate({ accountId, reason });
    case 'endSession':
      return people.endSessions.mutate({ accountId, reason, sessionId: wanted.session.id });
  }
}
