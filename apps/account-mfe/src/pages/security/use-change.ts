import { toApiError, useHost } from '@plaza/federation/host';
import { isStepUpRequired, useStepUp } from '@plaza/federation/step-up';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { messages } from '../../messages.ts';
import { securityMessages } from './messages.ts';

interface Outcome {
  ok: boolean;
  message?: string;
}

interface Change<Input, Result> {
  run: (input: Input) => void;
  isBusy: boolean;
  input: Input | undefined;
  result: Result | undefined;
  /** What stands in the way, for people; null when nothing does. */
  problem: string | null;
  reset: () => void;
  /** To be rendered: asks for a fresh proof when the change needs one. */
  dialog: ReactNode;
}

/** A change of how an account is confirmed: asks for a fresh proof when it must, then reads anew what the page shows. */
export function useChange<Input, Result extends Outcome | null>(
  call: (input: Input) => Promise<Result>,
  onDone: (result: Result, input: Input) => void = () => undefined,
): Change<Input, Result> {
  const { api } = useHost();
  const queries = useQueryClient();
  const { guard, dialog } = useStepUp();
  const change = useMutation({
    // Without a network it fails and says so, rather than wait for one.
    networkMode: 'always',
    mutationFn: (input: Input) => guard(() => call(input)),
    onSuccess: async (result, input) => {
      if (result && !result.ok) return;
      await Promise.all([
        queries.invalidateQueries({ queryKey: api.factor.overview.queryKey() }),
        queries.invalidateQueries({ queryKey: api.session.list.queryKey() }),
      ]);
      onDone(result, input);
    },
  });
  return {
    run: change.mutate,
    isBusy: change.isPending,
    input: change.variables,
    result: change.data,
    problem: change.isError
      ? explain(change.error)
      : change.data?.ok === false
        ? (change.data.message ?? null)
        : null,
    reset: change.reset,
    dialog,
  };
}

const explain = (error: unknown): string =>
  isStepUpRequired(error) ? securityMessages.declined : (toApiError(error)?.message ?? messages.unreachable);
