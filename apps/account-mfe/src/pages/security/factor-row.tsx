import type { Factor } from '@plaza/contracts';
import { useHost } from '@plaza/federation/host';
import { Button } from '@plaza/ui/button';
import { Dialog } from '@plaza/ui/dialog';
import { IconButton } from '@plaza/ui/icon-button';
import { Notice } from '@plaza/ui/notice';
import { TextField } from '@plaza/ui/text-field';
import Pencil from 'lucide-react/icons/pencil';
import Trash2 from 'lucide-react/icons/trash-2';
import { type FormEvent, useState } from 'react';
import { SubmitButton } from '../../form/submit-button.tsx';
import { useFormatTime } from '../../local-time.tsx';
import { FactorIcon } from './factor-icon.tsx';
import { securityMessages } from './messages.ts';
import { StrengthBadge } from './strength-badge.tsx';
import { useChange } from './use-change.ts';

const texts = securityMessages.factors;

/** One second proof: what it is called, how strong it is, when it was used; to rename and to remove. */
export function FactorRow({ factor }: { factor: Factor }) {
  const formatTime = useFormatTime();
  const [open, setOpen] = useState<'rename' | 'remove' | null>(null);
  const { kind, label, isBackedUp, createdAt, lastUsedAt } = factor;
  const used = lastUsedAt ? texts.used(formatTime(lastUsedAt, 'day')) : texts.neverUsed;
  const facts = [`${texts.added(formatTime(createdAt, 'day'))}, ${used}`];
  if (isBackedUp !== null) facts.unshift(isBackedUp ? texts.backedUp : texts.deviceOnly);
  const { name } = texts.kinds[kind];
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-start gap-x-4 py-4 first:pt-0">
      <span className="row-span-2">
        <FactorIcon kind={kind} />
      </span>
      <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1 font-medium wrap-anywhere">
        {label} <StrengthBadge kind={kind} />
      </p>
      <div className="-me-2 -my-2.5 flex">
        {(kind === 'passkey' || kind === 'totp') && (
          <IconButton label={texts.renameLabel(label)} onClick={() => setOpen('rename')}>
            <Pencil size={18} aria-hidden="true" />
          </IconButton>
        )}
        <IconButton label={texts.removeLabel(label)} onClick={() => setOpen('remove')}>
          <Trash2 size={18} aria-hidden="true" />
        </IconButton>
      </div>
      <div className="col-span-2">
        {label !== name && <p className="text-sm text-ink-muted">{name}</p>}
        {facts.map((fact) => (
          <p key={fact} className="text-sm text-ink-muted">
            {fact}
          </p>
        ))}
      </div>
      {open === 'rename' && <RenameDialog factor={factor} onClose={() => setOpen(null)} />}
      {open === 'remove' && <RemoveDialog factor={factor} onClose={() => setOpen(null)} />}
    </li>
  );
}

interface ChangeDialogProps {
  factor: Factor;
  onClose: () => void;
}

function RenameDialog({ factor, onClose }: ChangeDialogProps) {
  const { client } = useHost();
  const [label, setLabel] = useState(factor.label);
  const rename = useChange(client.factor.rename.mutate, onClose);
  function submit(event: FormEvent): void {
    event.preventDefault();
    rename.run({ factorId: factor.id, label });
  }
  return (
    <Dialog open onClose={onClose} title={texts.renameTitle} size="sm">
      <form method="post" noValidate onSubmit={submit} className="flex flex-col gap-5">
        {rename.problem && <Notice tone="danger">{rename.problem}</Notice>}
        <TextField
          label={texts.name}
          value={label}
          maxLength={60}
          onChange={({ currentTarget }) => setLabel(currentTarget.value)}
        />
        <SubmitButton busy={rename.isBusy}>{securityMessages.save}</SubmitButton>
      </form>
      {rename.dialog}
    </Dialog>
  );
}

function RemoveDialog({ factor, onClose }: ChangeDialogProps) {
  const { client, notify } = useHost();
  const remove = useChange(client.factor.remove.mutate, () => {
    notify({ tone: 'success', text: texts.removed(factor.label) });
    onClose();
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={texts.removeTitle(factor.label)}
      description={texts.removeText}
      size="sm"
      footer={
        <div className="flex flex-wrap justify-end gap-3">
          <Button variant="secondary" onClick={onClose}>
            {securityMessages.cancel}
          </Button>
          <Button
            variant="danger"
            busy={remove.isBusy}
            busyLabel={texts.removeBusy}
            onClick={() => remove.run({ factorId: factor.id })}
          >
            {securityMessages.remove}
          </Button>
        </div>
      }
    >
      {remove.problem && <Notice tone="danger">{remove.problem}</Notice>}
      {remove.dialog}
    </Dialog>
  );
}
