import { toApiError, useHost } from '@plaza/federation/host';
import { Dialog } from '@plaza/ui/dialog';
import { Skeleton } from '@plaza/ui/skeleton';
import { ErrorState } from '@plaza/ui/states';
import { useMutation, useQuery } from '@tanstack/react-query';
import { messages } from '../../messages.ts';
import { proofMessages } from '../../proof/messages.ts';
import { ProofForm } from '../../proof/proof-form.tsx';

const texts = proofMessages.stepUp;

/** Asks somebody who is signed in to show anew who they are. */
export default function StepUpDialog({ onDone }: { onDone: (isProved: boolean) => void }) {
  const { api, client } = useHost();
  const stepUp = useQuery(api.factor.stepUp.queryOptions(undefined, { staleTime: 0, gcTime: 0 }));
  const prove = useMutation(
    api.factor.proveAgain.mutationOptions({
      networkMode: 'always',
      onSuccess: (result) => {
        if (result.ok) onDone(true);
      },
    }),
  );
  const problem = prove.isError
    ? (toApiError(prove.error)?.message ?? messages.unreachable)
    : prove.data?.ok === false
      ? prove.data.message
      : null;
  return (
    <Dialog open onClose={() => onDone(false)} title={texts.title} description={texts.text} size="sm">
      {stepUp.data ? (
        <ProofForm
          offers={stepUp.data.offers}
          begin={(kind) => client.factor.beginStepUp.mutate({ kind })}
          withPassword={stepUp.data.withPassword}
          show={(proof, password) => prove.mutate({ proof, password })}
          busy={prove.isPending}
          problem={problem}
        />
      ) : stepUp.isError ? (
        <ErrorState compact text={texts.failed} onRetry={() => void stepUp.refetch()} />
      ) : (
        <div role="status" aria-label={texts.loading} className="flex flex-col gap-5">
          <Skeleton className="h-11" />
          <Skeleton className="h-11" />
        </div>
      )}
    </Dialog>
  );
}
