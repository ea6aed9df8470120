import { Button } from '@plaza/ui/button';
import { Dialog } from '@plaza/ui/dialog';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { messages } from '../../../messages.ts';

const texts = messages.editor;

/** Asks before unsaved changes are lost, within the shop and when the tab is closed. */
export function LeaveGuard({ isActive }: { isActive: () => boolean }) {
  const { history } = useRouter();
  const [answer, setAnswer] = useState<((isStaying: boolean) => void) | null>(null);
  useEffect(
    () =>
      history.block({
        enableBeforeUnload: isActive,
        async blockerFn() {
          if (!isActive()) return false;
          const isStaying = await new Promise<boolean>((resolve) => setAnswer(() => resolve));
          setAnswer(null);
          return isStaying;
        },
      }),
    [history, isActive],
  );
  return (
    <Dialog
      open={answer !== null}
      onClose={() => answer?.(true)}
      title={texts.leaveTitle}
      description={texts.leaveText}
      footer={
        <div className="flex flex-wrap justify-end gap-3">
          <Button variant="secondary" onClick={() => answer?.(false)}>
            {texts.leave}
          </Button>
          <Button onClick={() => answer?.(true)}>{texts.stay}</Button>
        </div>
      }
    />
  );
}
