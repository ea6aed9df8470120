import { useHost } from '@plaza/federation/host';
import { Button } from '@plaza/ui/button';
import { Dialog } from '@plaza/ui/dialog';
import { Notice } from '@plaza/ui/notice';
import type { AddDialogProps } from './add-factor.tsx';
import { securityMessages } from './messages.ts';
import { useChange } from './use-change.ts';

const texts = securityMessages.factors.kinds.email_code;

/** Turns on codes by mail. */
export function AddEmailDialog({ onClose, onAdded }: AddDialogProps) {
  const { client } = useHost();
  const add = useChange(
    () => client.factor.addEmail.mutate(),
    (result) => result.ok && onAdded(result),
  );
  return (
    <Dialog open onClose={onClose} title={texts.name} description={texts.text} size="sm">
      <div className="flex flex-col gap-5">
        {add.problem && <Notice tone="danger">{add.problem}</Notice>}
        <Button fullWidth busy={add.isBusy} onClick={() => add.run(undefined)}>
          {texts.add}
        </Button>
      </div>
      {add.dialog}
    </Dialog>
  );
}
