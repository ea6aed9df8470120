import type { BeginTotpResult } from '@plaza/contracts';
import { useHost } from '@plaza/federation/host';
import { linkClass } from '@plaza/ui/button';
import { Dialog } from '@plaza/ui/dialog';
import { Notice } from '@plaza/ui/notice';
import { Skeleton } from '@plaza/ui/skeleton';
import { TextField } from '@plaza/ui/text-field';
import { type FormEvent, useEffect, useState } from 'react';
import { SubmitButton } from '../../form/submit-button.tsx';
import type { AddDialogProps } from './add-factor.tsx';
import { securityMessages } from './messages.ts';
import { useChange } from './use-change.ts';

const texts = securityMessages.totp;
type Begun = Extract<BeginTotpResult, { ok: true }>;

/** Sets an app up: its key as a picture and as text, then a first code. */
export function AddTotpDialog({ onClose, onAdded }: AddDialogProps) {
  const { client } = useHost();
  const begin = useChange(() => client.factor.beginTotp.mutate());
  const { run } = begin;
  useEffect(() => run(undefined), [run]);
  const begun = begin.result?.ok ? begin.result : null;
  return (
    <Dialog open onClose={onClose} title={texts.title}>
      {begin.problem && <Notice tone="danger">{begin.problem}</Notice>}
      {begun ? (
        <AppSetup begun={begun} onAdded={onAdded} />
      ) : (
        !begin.problem && (
          <div role="status" aria-label={texts.loading} className="flex flex-col items-center gap-5">
            <Skeleton className="size-48" />
            <Skeleton className="h-11 w-full" />
          </div>
        )
      )}
      {begin.dialog}
    </Dialog>
  );
}

function AppSetup({ begun, onAdded }: { begun: Begun; onAdded: AddDialogProps['onAdded'] }) {
  const { client } = useHost();
  const [code, setCode] = useState('');
  const confirm = useChange(client.factor.confirmTotp.mutate, (result) => result.ok && onAdded(result));
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!confirm.isBusy) confirm.run({ factorId: begun.factorId, code });
  }
  return (
    <>
      <form method="post" noValidate onSubmit={submit} className="flex flex-col gap-5">
        <section className="flex flex-col gap-3">
          <h3 className="font-medium">{texts.scan}</h3>
          <p className="text-sm text-ink-muted">{texts.scanText}</p>
          <QrCode qr={begun.qr} />
          <p className="text-sm text-ink-muted">
            {texts.cannotScan}{' '}
            <span className="mt-1 block rounded-sm bg-surface-sunken px-3 py-2 font-mono text-ink select-all wrap-anywhere">
              {begun.manualKey}
            </span>
          </p>
          <a href={begun.uri} className={`${linkClass} self-start text-sm sm:hidden`}>
            {texts.openApp}
          </a>
        </section>
        {confirm.problem && <Notice tone="danger">{confirm.problem}</Notice>}
        <TextField
          label={texts.code}
          value={code}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={10}
          onChange={({ currentTarget }) => setCode(currentTarget.value)}
        />
        <SubmitButton busy={confirm.isBusy} busyLabel={texts.busy}>
          {texts.submit}
        </SubmitButton>
      </form>
      {confirm.dialog}
    </>
  );
}

/** Dark on white in every theme: scanners expect it. */
const QrCode = ({ qr: { size, path } }: { qr: Begun['qr'] }) => (
  <svg
    role="img"
    aria-label={texts.qrLabel}
    viewBox={`0 0 ${size} ${size}`}
    shapeRendering="crispEdges"
    className="size-48 self-center rounded-sm"
  >
    <rect width={size} height={size} fill="#fff" />
    <path d={path} fill="#000" />
  </svg>
);
