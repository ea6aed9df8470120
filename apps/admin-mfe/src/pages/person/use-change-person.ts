import type { ChangePersonResult, Person, StaffRole } from '@plaza/contracts';
import { type Host, useHost } from '@plaza/federation/host';
import { useStepUp } from '@plaza/federation/step-up';
import { useNavigation } from '@plaza/navigation';
import { useMutation } from '@tanstack/react-query';
import { messages } from '../../messages.ts';
import { explainError } from '../../shared/explain-error.ts';
import type { WantedChange } from './change-dialog.tsx';

interface ChangeValues {
  reason: string;
  staffRoles: StaffRole[];
}

/**
 * Carries a change out, after a fresh proof when one is asked for; says that it is done, and shows the account as it is
 * then. `dialog` is to be rendered: the question for the proof.
 */
export function useChangePerson(input: { person: Person; wanted: WantedChange; onDone: () => void }) {
  const { person, wanted, onDone } = input;
  const { client, notify } = useHost();
  const { reload } = useNavigation();
  const { guard, dialog } = useStepUp();
  const mutation = useMutation({
    networkMode: 'always',
    mutationFn: (values: ChangeValues) => guard(() => send(client, person.id, wanted, values)),
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
    problem: mutation.isError ? explainError(mutation.error) : refusalOf(mutation.data),
    dialog,
  };
}

const refusalOf = (answer: ChangePersonResult | undefined): string | null =>
  answer && !answer.ok ? answer.message : null;

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
