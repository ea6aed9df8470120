import { useHost } from '@plaza/federation/host';
import { useNavigation } from '@plaza/navigation';
import { Button } from '@plaza/ui/button';
import { Card } from '@plaza/ui/card';
import { Notice } from '@plaza/ui/notice';
import { useMutation } from '@tanstack/react-query';
import { explainError } from '../../shared/explain-error.ts';
import { releaseMessages } from './messages.ts';

const texts = releaseMessages.internal;

/** Whether this browser gets the canaries that are for staff. */
export function InternalSwitch({ isJoined }: { isJoined: boolean }) {
  const { client, notify } = useHost();
  const { reload } = useNavigation();
  const switching = useMutation({
    networkMode: 'always',
    mutationFn: () =>
      isJoined ? client.release.leaveInternal.mutate() : client.release.joinInternal.mutate(),
    async onSuccess() {
      notify({ tone: 'success', text: texts.done });
      await reload();
    },
  });
  return (
    <Card>
      <section aria-label={texts.title} className="flex flex-wrap items-center justify-between gap-4">
        <div>
          <h2 className="font-semibold">{texts.title}</h2>
          <p className="text-sm text-ink-muted">{isJoined ? texts.joined : texts.left}</p>
        </div>
        <Button variant="secondary" busy={switching.isPending} onClick={() => switching.mutate()}>
          {isJoined ? texts.leave : texts.join}
        </Button>
        {switching.isError && <Notice tone="danger">{explainError(switching.error)}</Notice>}
      </section>
    </Card>
  );
}
