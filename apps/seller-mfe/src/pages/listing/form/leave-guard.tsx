import { Button } from '@plaza/ui/button';
import { Dialog } from '@plaza/ui/dialog';
import { useBlocker } from '@tanstack/react-router';
import { messages } from '../../../messages.ts';

const texts = messages.editor;

/** Asks before unsaved changes are lost, within the shop and when the tab is closed. */
export function LeaveGuard({ isActive }: { isActive: () => boolean }) {
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: isActive,
    enableBeforeUnload: isActive,
    withResolver: true,
  });
  return (
    <Dialog
      open={status === 'blocked'}
      onClose={() => reset?.()}
      title={texts.leaveTitle}
      description={texts.leaveText}
      footer={
        <div className="flex flex-wrap justify-end gap-3">
          <Button variant="secondary" onClick={() => proceed?.()}>
            {texts.leave}
          </Button>
          <Button onClick={() => reset?.()}>{texts.stay}</Button>
        </div>
      }
    />
  );
}
