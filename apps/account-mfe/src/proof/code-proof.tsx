import { TextField } from '@plaza/ui/text-field';
import { type FormEvent, useState } from 'react';
import { PasswordField } from '../form/password-field.tsx';
import { SubmitButton } from '../form/submit-button.tsx';
import { proofMessages as texts } from './messages.ts';
import type { WayProps } from './proof-form.tsx';

type TypedKind = 'totp' | 'recovery_code' | 'password' | 'email_code' | 'sms_code';

/** A field for what somebody reads from an app, from paper or from a message, or knows by heart. */
export function CodeProof({
  kind,
  withPassword = false,
  show,
  busy,
  children,
}: WayProps & { kind: TypedKind }) {
  const [typed, setTyped] = useState('');
  const [password, setPassword] = useState('');
  const asksPassword = withPassword && kind !== 'password';
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (busy || typed.trim() === '' || (asksPassword && password === '')) return;
    if (kind === 'password') show({ kind, password: typed });
    else show({ kind, code: typed.trim() }, asksPassword ? password : undefined);
  }
  const field = {
    value: typed,
    // It is what the page, or the dialog, was opened for.
    autoFocus: !asksPassword,
    onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) => setTyped(currentTarget.value),
  };
  return (
    <form method="post" noValidate onSubmit={submit} className="flex flex-col gap-5">
      {asksPassword && (
        <PasswordField
          autoFocus
          label={texts.password}
          autoComplete="current-password"
          value={password}
          onChange={({ currentTarget }) => setPassword(currentTarget.value)}
        />
      )}
      {kind === 'password' ? (
        <PasswordField {...field} label={texts.password} autoComplete="current-password" />
      ) : kind === 'recovery_code' ? (
        <TextField
          {...field}
          label={texts.recoveryCode}
          hint={texts.recoveryHint}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={20}
        />
      ) : (
        <TextField
          {...field}
          label={kind === 'totp' ? texts.appCode : texts.code}
          autoComplete="one-time-code"
          inputMode="numeric"
          maxLength={10}
        />
      )}
      {children}
      <SubmitButton busy={busy} busyLabel={texts.busy}>
        {texts.submit}
      </SubmitButton>
    </form>
  );
}
