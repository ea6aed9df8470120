import type { VerifyEmailResult } from '@plaza/contracts';
import { toApiError, useHost } from '@plaza/federation/host';
import { AppLink, paths } from '@plaza/navigation';
import { linkClass } from '@plaza/ui/button';
import { Notice } from '@plaza/ui/notice';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { PasswordField } from '../../form/password-field.tsx';
import { returnPath } from '../../form/return-to.ts';
import { SubmitButton } from '../../form/submit-button.tsx';
import { messages } from '../../messages.ts';
import { LinkOutcome, LinkPage } from '../../recovery/link-page.tsx';
import { recoveryMessages } from '../../recovery/messages.ts';

const texts = recoveryMessages.verify;

/** Where the link of a registration leads to. */
export const VerifyEmailPage = () => (
  <LinkPage title={texts.title} text={texts.text}>
    {(token) => <VerifyForm token={token} />}
  </LinkPage>
);

function VerifyForm({ token }: { token: string }) {
  const { api } = useHost();
  const [password, setPassword] = useState('');
  // Once asked for, it stays: a wrong one is corrected.
  const [asksForPassword, setAsksForPassword] = useState(false);
  const verify = useMutation(
    api.verification.verify.mutationOptions({
      networkMode: 'always',
      onSuccess: (result) => {
        if (result.code === 'password_required') setAsksForPassword(true);
        goOn(result);
      },
    }),
  );
  const result = verify.data;
  if (result?.code === 'link_invalid')
    return (
      <LinkOutcome
        tone="warning"
        title={texts.brokenTitle}
        text={texts.brokenText}
        href={paths.signIn()}
        label={texts.signIn}
      />
    );
  const refusal = result && !result.ok && result.code !== 'password_required' ? result.message : null;
  const problem = verify.isError ? (toApiError(verify.error)?.message ?? messages.unreachable) : refusal;
  const isLeaving = result?.ok || result?.code === 'second_factor_required';
  return (
    <form
      method="post"
      noValidate
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        verify.mutate({ token, ...(password !== '' && { password }) });
      }}
    >
      {problem && !isLeaving && <Notice tone="danger">{problem}</Notice>}
      {asksForPassword && (
        <>
          <p role="status">{texts.passwordText}</p>
          <PasswordField
            label={texts.password}
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </>
      )}
      <SubmitButton busy={verify.isPending || isLeaving} busyLabel={texts.busy}>
        {texts.submit}
      </SubmitButton>
      {asksForPassword && (
        <p className="text-center text-sm text-ink-muted">
          {texts.forgot}{' '}
          <AppLink href={paths.forgotPassword()} className={linkClass}>
            {texts.forgotLink}
          </AppLink>
        </p>
      )}
    </form>
  );
}

/** A fresh document: nothing of the visitor before, and a web socket that knows who it belongs to. */
function goOn(result: VerifyEmailResult): void {
  if (result.ok) location.assign(returnPath({ returnTo: result.returnTo ?? '' }));
  else if (result.code === 'second_factor_required')
    location.assign(paths.signIn(paths.home(), { step: 'second-factor' }));
}
