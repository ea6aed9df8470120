import { useHost } from '@plaza/federation/host';
import { Button } from '@plaza/ui/button';
import { Notice } from '@plaza/ui/notice';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormatTime } from '../local-time.tsx';
import { profileMessages } from './messages.ts';
import { Problem } from './problem.tsx';

const texts = profileMessages.erasing;

/** Says that the account is about to be erased, with the way to keep it. */
export function ErasingNotice({ dueAt }: { dueAt: string }) {
  const { api, notify } = useHost();
  const formatTime = useFormatTime();
  const [isKept, setKept] = useState(false);
  const keep = useMutation(
    api.profile.keep.mutationOptions({
      networkMode: 'always',
      onSuccess: () => {
        setKept(true);
        notify({ tone: 'success', text: texts.kept });
      },
    }),
  );
  if (isKept) return <Notice tone="positive">{texts.kept}</Notice>;
  return (
    <>
      <Notice
        tone="warning"
        title={texts.title(formatTime(dueAt, 'day'))}
        actions={
          <Button size="sm" busy={keep.isPending} busyLabel={texts.keeping} onClick={() => keep.mutate()}>
            {texts.keep}
          </Button>
        }
      >
        {texts.text}
      </Notice>
      <Problem error={keep.error} />
    </>
  );
}
