import { useHost } from '@plaza/federation/host';
import { paths } from '@plaza/navigation';
import { buttonClass } from '@plaza/ui/button';
import { Notice } from '@plaza/ui/notice';
import { Skeleton } from '@plaza/ui/skeleton';
import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { messages } from '../../messages.ts';
import { LinkOutcome, LinkPage } from '../../recovery/link-page.tsx';
import { recoveryMessages } from '../../recovery/messages.ts';
import { ResetForm } from './reset-form.tsx';

const texts = recoveryMessages.reset;

/** Where the link for a new password leads to. */
export const ResetPasswordPage = () => (
  <LinkPage title={texts.title} text={texts.text}>
    {(token) => (token === '' ? <Loading /> : <OpenedLink key={token} token={token} />)}
  </LinkPage>
);

/** Looks at the link, which changes nothing: what is asked depends on the account. */
function OpenedLink({ token }: { token: string }) {
  const { api } = useHost();
  const open = useMutation(api.recovery.open.mutationOptions({ networkMode: 'always' }));
  const { mutate } = open;
  useEffect(() => mutate({ token }), [mutate, token]);
  if (open.isError)
    return (
      <div className="flex flex-col gap-5">
        <Notice tone="danger">{messages.unreachable}</Notice>
        <button type="button" onClick={() => mutate({ token })} className={buttonClass({ fullWidth: true })}>
          {messages.retry}
        </button>
      </div>
    );
  if (!open.data) return <Loading />;
  if (!open.data.ok)
    return (
      <LinkOutcome
        tone="warning"
        title={texts.brokenTitle}
        text={texts.brokenText}
        href={paths.forgotPassword()}
        label={texts.again}
      />
    );
  return <ResetForm token={token} opened={open.data} />;
}

const Loading = () => (
  <div role="status" aria-label={texts.loading} className="flex flex-col gap-5">
    <Skeleton className="h-11" />
    <Skeleton className="h-24" />
    <Skeleton className="h-11" />
  </div>
);
