import type { AddPasskeyResult } from '@plaza/contracts';
import { useHost } from '@plaza/federation/host';
import { Dialog } from '@plaza/ui/dialog';
import { Notice } from '@plaza/ui/notice';
import { TextField } from '@plaza/ui/text-field';
import { type FormEvent, useState } from 'react';
import { SubmitButton } from '../../form/submit-button.tsx';
import { browserSupportsWebAuthn, createPasskey } from '../../proof/passkeys.ts';
import type { AddDialogProps } from './add-factor.tsx';
import { securityMessages } from './messages.ts';
import { useChange } from './use-change.ts';

const texts = securityMessages.passkey;
type Outcome = AddPasskeyResult | { ok: false; code: 'not_made' | 'too_many_factors'; message: string };

/** Makes a passkey on this device, or on another one that the browser reaches. */
export function AddPasskeyDialog({ onClose, onAdded }: AddDialogProps) {
  const { client } = useHost();
  const [label, setLabel] = useState<string>(texts.defaultName);
  const add = useChange(
    async (name: string): Promise<Outcome> => {
      if (!browserSupportsWebAuthn()) return { ok: false, code: 'not_made', message: texts.unsupported };
      const begun = await client.factor.beginAddPasskey.mutate();
      if (!begun.ok) return begun;
      const answer = await createPasskey(begun.options).catch(() => null);
      if (!answer) return { ok: false, code: 'not_made', message: texts.failed };
      return client.factor.addPasskey.mutate({ answer, label: name });
    },
    (result) => result.ok && onAdded(result),
  );
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!add.isBusy) add.run(label.trim() || texts.defaultName);
  }
  return (
    <Dialog open onClose={onClose} title={texts.title} description={texts.text} size="sm">
      <form method="post" noValidate onSubmit={submit} className="flex flex-col gap-5">
        {add.problem && <Notice tone="danger">{add.problem}</Notice>}
        <TextField
          label={texts.name}
          value={label}
          maxLength={60}
          onChange={({ currentTarget }) => setLabel(currentTarget.value)}
        />
        <SubmitButton busy={add.isBusy} busyLabel={texts.busy}>
          {texts.submit}
        </SubmitButton>
      </form>
      {add.dialog}
    </Dialog>
  );
}
