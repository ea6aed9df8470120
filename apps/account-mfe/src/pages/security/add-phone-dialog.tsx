import type { BeginPhoneResult } from '@plaza/contracts';
import { useHost } from '@plaza/federation/host';
import { Button } from '@plaza/ui/button';
import { Dialog } from '@plaza/ui/dialog';
import { Notice } from '@plaza/ui/notice';
import { TextField } from '@plaza/ui/text-field';
import { type FormEvent, useState } from 'react';
import { SubmitButton } from '../../form/submit-button.tsx';
import type { AddDialogProps } from './add-factor.tsx';
import { securityMessages } from './messages.ts';
import { useChange } from './use-change.ts';

const texts = securityMessages.phone;
type Sent = Extract<BeginPhoneResult, { ok: true }>;

/** Adds a number for text messages: the number, then the code that was sent to it. */
export function AddPhoneDialog({ onClose, onAdded }: AddDialogProps) {
  const { client } = useHost();
  const [phone, setPhone] = useState('');
  const [code, setCode] = useState('');
  const [sent, setSent] = useState<Sent | null>(null);
  const begin = useChange(client.factor.beginPhone.mutate, (result) => result.ok && setSent(result));
  const confirm = useChange(client.factor.confirmPhone.mutate, (result) => result.ok && onAdded(result));
  const step = sent ? confirm : begin;
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (step.isBusy) return;
    if (sent) confirm.run({ factorId: sent.factorId, code });
    else begin.run({ phone });
  }
  return (
    <Dialog open onClose={onClose} title={texts.title} description={texts.text} size="sm">
      <form method="post" noValidate onSubmit={submit} className="flex flex-col gap-5">
        {step.problem && <Notice tone="danger">{step.problem}</Notice>}
        {sent ? (
          <TextField
            key="code"
            label={texts.code(phone)}
            value={code}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={10}
            onChange={({ currentTarget }) => setCode(currentTarget.value)}
          />
        ) : (
          <TextField
            key="number"
            label={texts.number}
            hint={texts.hint}
            value={phone}
            type="tel"
            autoComplete="tel"
            onChange={({ currentTarget }) => setPhone(currentTarget.value)}
          />
        )}
        <SubmitButton busy={step.isBusy} busyLabel={sent ? texts.busy : texts.sending}>
          {sent ? texts.submit : texts.send}
        </SubmitButton>
        {sent && (
          <Button variant="quiet" fullWidth onClick={() => setSent(null)}>
            {texts.other}
          </Button>
        )}
      </form>
      {begin.dialog}
      {confirm.dialog}
    </Dialog>
  );
}
